import { COMMAND, type SiteCase, TEXT } from '../site-case.ts';

const misskey = {
  site: 'misskey',
  texts: [TEXT],
  at: -1,
  ways: ['click', 'chord'],
  request: '/api/notes/create',
  ends: 'gone',
  // The form closes without a word.
  permalink: false,
  typed: COMMAND,
} as const;

export const MISSKEY_CASES: readonly SiteCase[] = [
  { ...misskey, name: 'note', address: 'https://misskey.example/' },
  { ...misskey, name: 'warned', address: 'https://misskey.example/?warning=Spoilers' },
  { ...misskey, name: 'reply', address: 'https://misskey.example/?reply=1' },
  { ...misskey, name: 'quote', address: 'https://misskey.example/?quote=1' },
];
