import { type SiteCase, TEXT } from '../site-case.ts';

const threads = {
  site: 'threads',
  texts: [TEXT],
  at: -1,
  ways: ['click', 'chord', 'key'],
  request: '/api/v1/media/configure_text_only_post/',
  ends: 'gone',
  permalink: true,
  // In Firefox too, by members of its own.
  typed: { chromium: 'paste', firefox: 'paste' },
} as const;

export const THREADS_CASES: readonly SiteCase[] = [
  { ...threads, name: 'post', address: 'https://www.threads.com/intent/post' },
  {
    ...threads,
    name: 'thread',
    address: 'https://www.threads.com/intent/post',
    texts: [TEXT, 'second part'],
    count: 2,
  },
  { ...threads, name: 'reply', address: 'https://www.threads.com/?reply=1' },
  {
    ...threads,
    name: 'small-box',
    address: 'https://www.threads.com/@someone/post/DAorigin',
    ends: 'emptied',
  },
];
