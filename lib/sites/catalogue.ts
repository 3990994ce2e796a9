import type { SiteDefinition } from '../model/site.ts';

/** What everybody may know of a site without its definition, which builds on this. */
export type SiteEntry = Pick<SiteDefinition, 'version' | 'id' | 'name' | 'hosts'>;

/** Every site with a definition of its own, by its id. Apart from the definitions: the background needs no more. */
export const CATALOGUE = {
  x: { version: 1, id: 'x', name: 'X', hosts: ['x.com', 'twitter.com', 'mobile.twitter.com'] },
  linkedin: { version: 1, id: 'linkedin', name: 'LinkedIn', hosts: ['www.linkedin.com'] },
  bluesky: { version: 1, id: 'bluesky', name: 'Bluesky', hosts: ['bsky.app'] },
  mastodon: { version: 1, id: 'mastodon', name: 'Mastodon', hosts: ['mastodon.social'] },
  youtube: { version: 1, id: 'youtube', name: 'YouTube', hosts: ['www.youtube.com', 'studio.youtube.com'] },
  tiktok: { version: 1, id: 'tiktok', name: 'TikTok', hosts: ['www.tiktok.com'] },
  pinterest: {
    version: 1,
    id: 'pinterest',
    name: 'Pinterest',
    hosts: [
      'www.pinterest.com',
      'www.pinterest.de',
      'www.pinterest.fr',
      'www.pinterest.co.uk',
      'www.pinterest.es',
    ],
  },
  medium: { version: 1, id: 'medium', name: 'Medium', hosts: ['medium.com'] },
  substack: { version: 1, id: 'substack', name: 'Substack', hosts: ['substack.com', '*.substack.com'] },
  discord: { version: 1, id: 'discord', name: 'Discord', hosts: ['discord.com'] },
  reddit: {
    version: 1,
    id: 'reddit',
    name: 'Reddit',
    hosts: ['www.reddit.com', 'old.reddit.com', 'sh.reddit.com', 'new.reddit.com'],
  },
  'hacker-news': { version: 1, id: 'hacker-news', name: 'Hacker News', hosts: ['news.ycombinator.com'] },
  discourse: { version: 1, id: 'discourse', name: 'Discourse', hosts: [] },
  lemmy: { version: 1, id: 'lemmy', name: 'Lemmy', hosts: [] },
  misskey: { version: 1, id: 'misskey', name: 'Misskey', hosts: [] },
  wordpress: {
    version: 1,
    id: 'wordpress',
    name: 'WordPress',
    hosts: ['wordpress.com', '*.wordpress.com'],
  },
  threads: { version: 1, id: 'threads', name: 'Threads', hosts: ['www.threads.com', 'www.threads.net'] },
  facebook: { version: 1, id: 'facebook', name: 'Facebook', hosts: ['www.facebook.com'] },
  instagram: { version: 1, id: 'instagram', name: 'Instagram', hosts: ['www.instagram.com'] },
  ghost: { version: 1, id: 'ghost', name: 'Ghost', hosts: [] },
  tumblr: { version: 1, id: 'tumblr', name: 'Tumblr', hosts: ['www.tumblr.com'] },
} satisfies Record<string, SiteEntry>;

// What a page does not use is left out of its scripts: the calls below have no other effect.
export const SITE_ENTRIES: readonly SiteEntry[] = /* @__PURE__ */ Object.values(CATALOGUE);

/** Sites that Candor watches from the first start. The others the person switches on. */
const WATCHED: readonly SiteEntry[] = [
  CATALOGUE.x,
  CATALOGUE.linkedin,
  CATALOGUE.bluesky,
  CATALOGUE.mastodon,
];

/** Match patterns of the pages where the gate runs from the first start. */
export const SITE_PATTERNS: readonly string[] = /* @__PURE__ */ WATCHED.flatMap(({ hosts }) =>
  hosts.map((host) => `https://${host}/*`),
);
