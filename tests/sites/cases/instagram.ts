import { COMMAND, type SiteCase, TEXT } from '../site-case.ts';

const instagram = {
  site: 'instagram',
  texts: [TEXT],
  at: -1,
  ways: ['click', 'key'],
  request: '/api/v1/media/configure/',
  ends: 'gone',
  // The answer has the address, the page does not.
  permalink: false,
  typed: { chromium: 'paste', firefox: 'paste' },
} as const;

export const INSTAGRAM_CASES: readonly SiteCase[] = [
  { ...instagram, name: 'post', address: 'https://www.instagram.com/?step=caption' },
  {
    ...instagram,
    name: 'textarea',
    address: 'https://www.instagram.com/?step=caption&box=textarea',
    typed: COMMAND,
  },
  {
    ...instagram,
    name: 'comment',
    address: 'https://www.instagram.com/p/DBfeedone/',
    request: '/api/v1/web/comments/3200000000000000001/add/',
    ways: ['click', 'enter', 'key'],
    ends: 'emptied',
    typed: COMMAND,
  },
];
