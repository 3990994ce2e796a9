import { COMMAND, type SiteCase, TEXT } from '../site-case.ts';

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

export const MASTODON_CASES: readonly SiteCase[] = [
  { ...mastodon, name: 'post', address: 'https://mastodon.social/home' },
  { ...mastodon, name: 'warned', address: 'https://mastodon.social/home?warning=Spoilers' },
  { ...mastodon, name: 'reply', address: 'https://mastodon.social/home?reply=1' },
  {
    ...mastodon,
    name: 'edit',
    address: 'https://mastodon.social/home?edit=1',
    request: '/api/v1/statuses/112000000000000001',
  },
  { ...mastodon, name: 'instance', address: 'https://social.example/home' },
];
