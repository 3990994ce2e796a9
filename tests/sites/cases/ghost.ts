import { COMMAND, type SiteCase, TEXT } from '../site-case.ts';

const common = {
  site: 'ghost',
  texts: [TEXT],
  at: 0,
  request: '/ghost/api/admin/posts/6b01aec26ca28873cd9c4ae8/',
  permalink: false,
  // Its own pastes are Markdown.
  typed: COMMAND,
} as const satisfies Partial<SiteCase>;

export const GHOST_CASES: readonly SiteCase[] = [
  {
    ...common,
    name: 'post',
    address: 'https://ghost.example/ghost/#/editor/post/6b01aec26ca28873cd9c4ae8',
    // Its three steps are gone through with the real software.
    ways: [],
    ends: 'gone',
  },
  {
    ...common,
    name: 'edit',
    address: 'https://ghost.example/ghost/?status=published#/editor/post/6b01aec26ca28873cd9c4ae8',
    // By keyboard it is Ctrl+S, which the real software shows.
    ways: ['click'],
    ends: 'unchanged',
  },
];
