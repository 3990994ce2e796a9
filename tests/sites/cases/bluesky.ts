import { PASTE, type SiteCase, TEXT } from '../site-case.ts';

const bluesky = {
  site: 'bluesky',
  at: -1,
  ways: ['click', 'chord'],
  request: '/xrpc/com.atproto.repo.applyWrites',
  ends: 'gone',
  permalink: true,
  typed: PASTE,
} as const;

export const BLUESKY_CASES: readonly SiteCase[] = [
  { ...bluesky, name: 'post', address: 'https://bsky.app/', texts: [TEXT] },
  { ...bluesky, name: 'thread', address: 'https://bsky.app/', texts: [TEXT, 'second part'] },
  { ...bluesky, name: 'reply', address: 'https://bsky.app/?reply=1', texts: [TEXT] },
];
