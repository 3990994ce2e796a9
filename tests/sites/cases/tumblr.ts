import { COMMAND, type SiteCase, TEXT } from '../site-case.ts';

const host = 'https://www.tumblr.com';
const tumblr = {
  site: 'tumblr',
  texts: [TEXT],
  at: 0,
  request: '/api/v2/blog/t:abcDEF/posts',
  ways: ['click', 'key'],
  ends: 'gone',
  permalink: false,
  typed: COMMAND,
} as const;

export const TUMBLR_CASES: readonly SiteCase[] = [
  { ...tumblr, name: 'post', address: `${host}/new/text` },
  { ...tumblr, name: 'queue', address: `${host}/new/text?state=queue` },
  { ...tumblr, name: 'reblog', address: `${host}/reblog/cats/770000000000000001/aBcDeFgH` },
  {
    ...tumblr,
    name: 'edit',
    address: `${host}/edit/dogs/780000000000000001`,
    request: '/api/v2/blog/t:abcDEF/posts/780000000000000001',
  },
];
