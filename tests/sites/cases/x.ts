import { COMMAND, PASTE, type SiteCase, TEXT } from '../site-case.ts';

const x = {
  site: 'x',
  texts: [TEXT],
  at: -1,
  ways: ['click', 'chord'],
  request: '/i/api/graphql/bDE2rBtZb3uyrczSZ_pI9g/CreateTweet',
  permalink: true,
  typed: PASTE,
} as const;

export const X_CASES: readonly SiteCase[] = [
  { ...x, name: 'inline', address: 'https://x.com/home', ends: 'emptied' },
  { ...x, name: 'modal', address: 'https://x.com/compose/post', ends: 'gone' },
  { ...x, name: 'inline-reply', address: 'https://x.com/someone/status/1', ends: 'emptied' },
  { ...x, name: 'modal-reply', address: 'https://x.com/compose/post?in_reply_to=7', ends: 'gone' },
  { ...x, name: 'quote', address: 'https://x.com/compose/post?quote=1', ends: 'gone' },
  {
    ...x,
    name: 'thread',
    address: 'https://x.com/compose/post',
    texts: [TEXT, 'second card'],
    count: 2,
    ends: 'gone',
  },
  { ...x, name: 'edit', address: 'https://x.com/compose/post/edit?edit=7', ends: 'gone' },
  { ...x, name: 'mobile', address: 'https://mobile.twitter.com/home', ends: 'emptied', typed: COMMAND },
  {
    ...x,
    name: 'div-button',
    address: 'https://x.com/compose/post?buttons=div',
    ways: ['click', 'key'],
    ends: 'gone',
  },
  { ...x, name: 'changed', address: 'https://x.com/home?changed=1', ends: 'emptied' },
];
