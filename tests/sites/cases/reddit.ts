import { COMMAND, LONG_TEXT, type SiteCase } from '../site-case.ts';

const reddit = {
  site: 'reddit',
  texts: [LONG_TEXT],
  at: -1,
  ways: ['click'],
  ends: 'gone',
  permalink: true,
  // In Firefox too, by members of its own.
  typed: { chromium: 'paste', firefox: 'paste' },
} as const;
const page = 'https://www.reddit.com/r/dogs/comments/1rob/two_quiet_weeks/';
const old = { ...reddit, typed: COMMAND } as const;
const oldPage = page.replace('www', 'old');

export const REDDIT_CASES: readonly SiteCase[] = [
  {
    ...reddit,
    name: 'post',
    address: 'https://www.reddit.com/r/dogs/submit?type=TEXT',
    request: '/svc/shreddit/graphql',
    ends: 'left',
  },
  {
    ...reddit,
    name: 'markdown',
    address: 'https://www.reddit.com/r/dogs/submit?type=TEXT&markdown=1',
    request: '/svc/shreddit/graphql',
    ends: 'left',
    typed: COMMAND,
  },
  { ...reddit, name: 'comment', address: page, request: '/svc/shreddit/t3_1rob/create-comment' },
  { ...reddit, name: 'reply', address: `${page}?reply=1`, request: '/svc/shreddit/t1_c1/create-comment' },
  {
    ...old,
    name: 'old-post',
    address: 'https://old.reddit.com/r/dogs/submit?selftext=true',
    request: '/api/submit',
    ends: 'left',
  },
  { ...old, name: 'old-comment', address: oldPage, request: '/api/comment', ends: 'emptied' },
  { ...old, name: 'old-reply', address: `${oldPage}?reply=1`, request: '/api/comment' },
  { ...old, name: 'old-edit', address: `${oldPage}?edit=1`, request: '/api/editusertext' },
];
