import { browser } from '@wxt-dev/browser';
import { z } from 'zod';

/**
 * How a site's definition did on this machine: item `site-health:<id>` of `storage.local`. Times in milliseconds since
 * 1970, no addresses, no texts. Written by the background only; nothing from private windows.
 */
const siteHealthSchema = z.strictObject({
  /** When a post was last seen to arrive. */
  worked: z.number().int().nonnegative().optional(),
  /** When something last went wrong, and what: an error code. */
  failed: z.strictObject({ time: z.number().int().nonnegative(), code: z.string().max(100) }).optional(),
});
export type SiteHealth = z.infer<typeof siteHealthSchema>;

const keyOf = (site: string): string => `site-health:${site}`;

export const readSiteHealth = async (sites: readonly string[]): Promise<Map<string, SiteHealth>> => {
  const stored = await browser.storage.local.get(sites.map(keyOf));
  return new Map(sites.map((site) => [site, siteHealthSchema.catch({}).parse(stored[keyOf(site)] ?? {})]));
};

export const noteSiteHealth = async (site: string, news: SiteHealth): Promise<void> => {
  const before = (await readSiteHealth([site])).get(site);
  await browser.storage.local.set({ [keyOf(site)]: { ...before, ...news } });
};
