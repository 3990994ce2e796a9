import type { SiteNotes } from '../model/site.ts';
import { BLUESKY_NOTES } from './notes/bluesky.ts';
import { DISCORD_NOTES } from './notes/discord.ts';
import { DISCOURSE_NOTES } from './notes/discourse.ts';
import { FACEBOOK_NOTES } from './notes/facebook.ts';
import { GHOST_NOTES } from './notes/ghost.ts';
import { HACKER_NEWS_NOTES } from './notes/hacker-news.ts';
import { INSTAGRAM_NOTES } from './notes/instagram.ts';
import { LEMMY_NOTES } from './notes/lemmy.ts';
import { LINKEDIN_NOTES } from './notes/linkedin.ts';
import { MASTODON_NOTES } from './notes/mastodon.ts';
import { MEDIUM_NOTES } from './notes/medium.ts';
import { MISSKEY_NOTES } from './notes/misskey.ts';
import { PINTEREST_NOTES } from './notes/pinterest.ts';
import { REDDIT_NOTES } from './notes/reddit.ts';
import { SUBSTACK_NOTES } from './notes/substack.ts';
import { THREADS_NOTES } from './notes/threads.ts';
import { TIKTOK_NOTES } from './notes/tiktok.ts';
import { TUMBLR_NOTES } from './notes/tumblr.ts';
import { WORDPRESS_NOTES } from './notes/wordpress.ts';
import { X_NOTES } from './notes/x.ts';
import { YOUTUBE_NOTES } from './notes/youtube.ts';

/** What is known about each definition, by site id. Apart from the definitions, so that no page has to load it. */
export const SITE_NOTES: Readonly<Record<string, SiteNotes>> = {
  x: X_NOTES,
  linkedin: LINKEDIN_NOTES,
  bluesky: BLUESKY_NOTES,
  mastodon: MASTODON_NOTES,
  youtube: YOUTUBE_NOTES,
  tiktok: TIKTOK_NOTES,
  pinterest: PINTEREST_NOTES,
  medium: MEDIUM_NOTES,
  substack: SUBSTACK_NOTES,
  discord: DISCORD_NOTES,
  reddit: REDDIT_NOTES,
  'hacker-news': HACKER_NEWS_NOTES,
  discourse: DISCOURSE_NOTES,
  lemmy: LEMMY_NOTES,
  misskey: MISSKEY_NOTES,
  wordpress: WORDPRESS_NOTES,
  threads: THREADS_NOTES,
  facebook: FACEBOOK_NOTES,
  instagram: INSTAGRAM_NOTES,
  ghost: GHOST_NOTES,
  tumblr: TUMBLR_NOTES,
};
