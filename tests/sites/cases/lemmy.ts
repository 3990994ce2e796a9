import { COMMAND, LONG_TEXT, type SiteCase } from '../site-case.ts';

const lemmy = {
  site: 'lemmy',
  texts: [LONG_TEXT],
  at: -1,
  ways: ['click', 'chord'],
  ends: 'gone',
  permalink: true,
  typed: COMMAND,
} as const;
const page = 'https://lemmy.example/post/7';

export const LEMMY_CASES: readonly SiteCase[] = [
  { ...lemmy, name: 'post', address: 'https://lemmy.example/create_post', request: '/api/v3/post' },
  { ...lemmy, name: 'comment', address: page, request: '/api/v3/comment', ends: 'emptied' },
  { ...lemmy, name: 'reply', address: `${page}?reply=1`, request: '/api/v3/comment' },
  { ...lemmy, name: 'edit-comment', address: `${page}?edit=1`, request: '/api/v3/comment' },
];
