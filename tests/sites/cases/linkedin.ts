import { PASTE, type SiteCase, TEXT } from '../site-case.ts';

const linkedin = {
  site: 'linkedin',
  texts: [TEXT],
  at: -1,
  request: '/voyager/api/graphql',
  ends: 'gone',
  permalink: true,
} as const;
const comment = {
  ...linkedin,
  request: '/voyager/api/voyagerSocialDashNormComments',
  permalink: false,
  ends: 'emptied',
} as const;

export const LINKEDIN_CASES: readonly SiteCase[] = [
  {
    ...linkedin,
    name: 'share-box',
    address: 'https://www.linkedin.com/feed/?shareActive=true&box=classic',
    ways: ['click'],
    typed: { chromium: 'insertText', firefox: 'insertText,insertParagraph' },
  },
  {
    ...linkedin,
    name: 'share-dialog',
    address: 'https://www.linkedin.com/feed/?shareActive=true&box=dialog',
    ways: ['click'],
    typed: PASTE,
  },
  {
    ...linkedin,
    name: 'share-dialog-ja',
    address: 'https://www.linkedin.com/feed/?shareActive=true&box=dialog&lang=ja',
    ways: ['click', 'key'],
    typed: PASTE,
  },
  {
    ...comment,
    name: 'comment',
    address: 'https://www.linkedin.com/feed/?comments=classic',
    ways: ['click', 'chord'],
    typed: { chromium: 'insertText', firefox: 'insertText,insertParagraph' },
  },
  {
    ...comment,
    name: 'comment-box',
    address: 'https://www.linkedin.com/feed/?comments=new',
    ways: ['click', 'chord'],
    typed: PASTE,
  },
];
