import type { SiteDefinition } from '../model/site.ts';
import { BLUESKY } from './bluesky.ts';
import { LINKEDIN } from './linkedin.ts';
import { MASTODON } from './mastodon.ts';
import { X } from './x.ts';

/** Every site with a definition of its own. On all others the generic finder does the work. */
export const SITES: readonly SiteDefinition[] = [X, LINKEDIN, BLUESKY, MASTODON];

/** Match patterns of the pages where the gate runs from the first start. */
export const SITE_PATTERNS: readonly string[] = SITES.flatMap(({ hosts }) =>
  hosts.map((host) => `https://${host}/*`),
);
