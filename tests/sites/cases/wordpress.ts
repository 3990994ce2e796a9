import { COMMAND, LONG_TEXT, PASTE, type SiteCase, TEXT } from '../site-case.ts';

const host = 'https://dogs.example';
const blocks = {
  site: 'wordpress',
  texts: [TEXT],
  at: 0,
  request: '/wp-json/wp/v2/posts/5',
  ways: ['click'],
  ends: 'unchanged',
  permalink: true,
  typed: COMMAND,
} as const;
const classic = {
  site: 'wordpress',
  texts: [TEXT],
  at: -1,
  request: '/wp-admin/post.php',
  ways: ['click', 'key'],
  ends: 'left',
  permalink: true,
  typed: COMMAND,
} as const;
const comment = {
  ...classic,
  texts: [LONG_TEXT],
  request: '/wp-comments-post.php',
} as const;

export const WORDPRESS_CASES: readonly SiteCase[] = [
  { ...blocks, name: 'block', address: `${host}/wp-admin/post-new.php` },
  { ...blocks, name: 'block-frame', address: `${host}/wp-admin/post-new.php?canvas=frame` },
  {
    ...blocks,
    name: 'block-edit',
    address: `${host}/wp-admin/post-new.php?status=publish`,
    ways: ['click', 'save'],
  },
  { ...classic, name: 'classic', address: `${host}/wp-admin/post.php`, typed: PASTE },
  {
    ...classic,
    name: 'classic-edit',
    address: `${host}/wp-admin/post.php?status=publish`,
    typed: PASTE,
  },
  { ...classic, name: 'classic-text', address: `${host}/wp-admin/post.php?mode=text` },
  { ...comment, name: 'comment', address: `${host}/hello-world/` },
  { ...comment, name: 'reply', address: `${host}/hello-world/?replytocom=3#respond` },
];
