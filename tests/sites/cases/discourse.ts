import { COMMAND, LONG_TEXT, PASTE, type SiteCase } from '../site-case.ts';

const discourse = {
  site: 'discourse',
  texts: [LONG_TEXT],
  at: -1,
  ways: ['click', 'chord'],
  request: '/posts',
  ends: 'gone',
  permalink: true,
  typed: COMMAND,
} as const;
const topic = 'https://meta.example/t/two-quiet-weeks/44';

export const DISCOURSE_CASES: readonly SiteCase[] = [
  { ...discourse, name: 'topic', address: 'https://meta.example/latest' },
  { ...discourse, name: 'reply', address: topic },
  { ...discourse, name: 'reply-rich', address: `${topic}?rich=1`, typed: PASTE },
  { ...discourse, name: 'edit', address: `${topic}?edit=1`, request: '/posts/55' },
  {
    ...discourse,
    name: 'chat',
    address: 'https://meta.example/chat/c/-/7',
    ways: ['click', 'enter'],
    request: '/chat/7',
    ends: 'emptied',
  },
];
