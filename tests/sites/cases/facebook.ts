import { type SiteCase, TEXT } from '../site-case.ts';

const facebook = {
  site: 'facebook',
  texts: [TEXT],
  at: -1,
  ways: ['click', 'key'],
  request: '/api/graphql/',
  ends: 'gone',
  // The answer has the address, the page does not.
  permalink: false,
  typed: { chromium: 'paste', firefox: 'paste' },
} as const;

export const FACEBOOK_CASES: readonly SiteCase[] = [
  { ...facebook, name: 'post', address: 'https://www.facebook.com/?compose=1' },
  { ...facebook, name: 'steps', address: 'https://www.facebook.com/?compose=1&steps=1', ways: ['click'] },
  {
    ...facebook,
    name: 'reel',
    address: 'https://www.facebook.com/reels/create/?step=details',
    typed: { chromium: 'paste', firefox: 'paste' },
  },
  {
    ...facebook,
    name: 'comment',
    address: 'https://www.facebook.com/',
    ways: ['click', 'enter'],
    ends: 'emptied',
  },
];
