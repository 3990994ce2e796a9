import { COMMAND, type SiteCase, TEXT } from '../site-case.ts';

const forum = { site: 'forum', request: '/api/beitraege', ends: 'emptied', permalink: true } as const;

export const FORUM_CASES: readonly SiteCase[] = [
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
