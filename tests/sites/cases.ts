import { BLUESKY_CASES } from './cases/bluesky.ts';
import { DISCOURSE_CASES } from './cases/discourse.ts';
import { FACEBOOK_CASES } from './cases/facebook.ts';
import { FORUM_CASES } from './cases/forum.ts';
import { GHOST_CASES } from './cases/ghost.ts';
import { HACKER_NEWS_CASES } from './cases/hacker-news.ts';
import { INSTAGRAM_CASES } from './cases/instagram.ts';
import { LEMMY_CASES } from './cases/lemmy.ts';
import { LINKEDIN_CASES } from './cases/linkedin.ts';
import { MASTODON_CASES } from './cases/mastodon.ts';
import { MISSKEY_CASES } from './cases/misskey.ts';
import { REDDIT_CASES } from './cases/reddit.ts';
import { THREADS_CASES } from './cases/threads.ts';
import { TUMBLR_CASES } from './cases/tumblr.ts';
import { VIDEO_CASES } from './cases/video.ts';
import { WORDPRESS_CASES } from './cases/wordpress.ts';
import { WRITING_CASES } from './cases/writing.ts';
import { X_CASES } from './cases/x.ts';
import type { SiteCase } from './site-case.ts';

export const SITE_CASES: readonly SiteCase[] = [
  ...X_CASES,
  ...LINKEDIN_CASES,
  ...BLUESKY_CASES,
  ...MASTODON_CASES,
  ...REDDIT_CASES,
  ...HACKER_NEWS_CASES,
  ...DISCOURSE_CASES,
  ...LEMMY_CASES,
  ...MISSKEY_CASES,
  ...FORUM_CASES,
  ...VIDEO_CASES,
  ...WRITING_CASES,
  ...THREADS_CASES,
  ...FACEBOOK_CASES,
  ...INSTAGRAM_CASES,
  ...WORDPRESS_CASES,
  ...GHOST_CASES,
  ...TUMBLR_CASES,
];
