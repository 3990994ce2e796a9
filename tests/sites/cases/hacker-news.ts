import { COMMAND, LONG_TEXT, type SiteCase } from '../site-case.ts';

const form = {
  site: 'hacker-news',
  texts: [LONG_TEXT],
  at: -1,
  ways: ['click', 'key'],
  ends: 'left',
  permalink: true,
  typed: COMMAND,
} as const;
const host = 'https://news.ycombinator.com';

export const HACKER_NEWS_CASES: readonly SiteCase[] = [
  { ...form, name: 'submit', address: `${host}/submit`, request: '/r' },
  { ...form, name: 'comment', address: `${host}/item?id=1`, request: '/comment' },
  { ...form, name: 'reply', address: `${host}/reply?id=100`, request: '/comment' },
  { ...form, name: 'edit', address: `${host}/edit?id=100`, request: '/xedit' },
];
