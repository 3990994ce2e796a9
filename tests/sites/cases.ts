/** One composer as a fixture shows it, and every way to publish with it. */
export interface SiteCase {
  site: string;
  name: string;
  address: string;
  /** What stands in the boxes when the test begins. */
  texts: readonly string[];
  /** Which of the composers that the finder lists; negative counts from the end. */
  at: number;
  /** `click` on the control, `chord` in the editor, `key` Enter on the focused control. */
  ways: readonly ('click' | 'chord' | 'key')[];
  /** Path of the request that publishes, and how many of them one press makes. */
  request: string;
  count?: number;
  /** What becomes of the composer. */
  ends: 'gone' | 'emptied';
  /** The page shows the address of the post. */
  permalink: boolean;
  /** How the label gets in, by browser, as events that the page hears. */
  typed: { chromium: string; firefox: string };
}

const PASTE = { chromium: 'paste', firefox: 'insertText' } as const;
const COMMAND = { chromium: 'insertText', firefox: 'insertText' } as const;
const TEXT = 'one 😀 two\n\nthree';

const x = {
  site: 'x',
  texts: [TEXT],
  at: -1,
  ways: ['click', 'chord'],
  request: '/i/api/graphql/bDE2rBtZb3uyrczSZ_pI9g/CreateTweet',
  permalink: true,
  typed: PASTE,
} as const;
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
const bluesky = {
  site: 'bluesky',
  at: -1,
  ways: ['click', 'chord'],
  request: '/xrpc/com.atproto.repo.applyWrites',
  ends: 'gone',
  permalink: true,
  typed: PASTE,
} as const;
const mastodon = {
  site: 'mastodon',
  texts: [TEXT],
  at: -1,
  ways: ['click', 'chord'],
  request: '/api/v1/statuses',
  ends: 'emptied',
  permalink: true,
  typed: COMMAND,
} as const;
const forum = { site: 'forum', request: '/api/beitraege', ends: 'emptied', permalink: true } as const;

export const SITE_CASES: readonly SiteCase[] = [
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
  { ...bluesky, name: 'post', address: 'https://bsky.app/', texts: [TEXT] },
  { ...bluesky, name: 'thread', address: 'https://bsky.app/', texts: [TEXT, 'second part'] },
  { ...bluesky, name: 'reply', address: 'https://bsky.app/?reply=1', texts: [TEXT] },
  { ...mastodon, name: 'post', address: 'https://mastodon.social/home' },
  { ...mastodon, name: 'reply', address: 'https://mastodon.social/home?reply=1' },
  {
    ...mastodon,
    name: 'edit',
    address: 'https://mastodon.social/home?edit=1',
    request: '/api/v1/statuses/112000000000000001',
  },
  { ...mastodon, name: 'instance', address: 'https://social.example/home' },
  {
    ...forum,
    name: 'entry',
    address: 'https://forum.example/',
    texts: [TEXT, ''],
    at: 0,
    ways: ['click', 'chord'],
    // Nobody takes the paste there, so the command is the first attempt that does anything.
    typed: { chromium: 'paste,insertText', firefox: 'insertText' },
  },
  {
    ...forum,
    name: 'answer',
    address: 'https://forum.example/',
    texts: ['', TEXT],
    at: 1,
    ways: ['click'],
    typed: COMMAND,
  },
];
