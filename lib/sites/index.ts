import type { SiteDefinition } from '../model/site.ts';
import { BLUESKY } from './definitions/bluesky.ts';
import { DISCORD } from './definitions/discord.ts';
import { DISCOURSE } from './definitions/discourse.ts';
import { FACEBOOK } from './definitions/facebook.ts';
import { GHOST } from './definitions/ghost.ts';
import { HACKER_NEWS } from './definitions/hacker-news.ts';
import { INSTAGRAM } from './definitions/instagram.ts';
import { LEMMY } from './definitions/lemmy.ts';
import { LINKEDIN } from './definitions/linkedin.ts';
import { MASTODON } from './definitions/mastodon.ts';
import { MEDIUM } from './definitions/medium.ts';
import { MISSKEY } from './definitions/misskey.ts';
import { PINTEREST } from './definitions/pinterest.ts';
import { REDDIT } from './definitions/reddit.ts';
import { SUBSTACK } from './definitions/substack.ts';
import { THREADS } from './definitions/threads.ts';
import { TIKTOK } from './definitions/tiktok.ts';
import { TUMBLR } from './definitions/tumblr.ts';
import { WORDPRESS } from './definitions/wordpress.ts';
import { X } from './definitions/x.ts';
import { YOUTUBE } from './definitions/youtube.ts';

/** Every site with a definition of its own. On all others the generic finder does the work. */
export const SITES: readonly SiteDefinition[] = [
  X,
  LINKEDIN,
  BLUESKY,
  MASTODON,
  YOUTUBE,
  TIKTOK,
  PINTEREST,
  MEDIUM,
  SUBSTACK,
  DISCORD,
  REDDIT,
  HACKER_NEWS,
  DISCOURSE,
  LEMMY,
  MISSKEY,
  WORDPRESS,
  THREADS,
  FACEBOOK,
  INSTAGRAM,
  GHOST,
  TUMBLR,
];
