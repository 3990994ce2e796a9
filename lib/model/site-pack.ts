import { z } from 'zod';
import { siteSchema } from './site.ts';

/** Most characters of a pack's file. */
export const MOST_PACK_CHARACTERS = 4_000_000;

/** A definition with what its author says of it. */
export const packedSiteSchema = siteSchema.extend({
  verified: z.strictObject({ date: z.iso.date(), how: z.string().min(1).max(500) }),
});
export type PackedSite = z.infer<typeof packedSiteSchema>;

/**
 * Site definitions as a file: newer ones than came with Candor, or sites it does not know. JSON, UTF-8. Comes from
 * outside: nothing in it is evaluated, and what the schema does not name is refused.
 */
export const sitePackSchema = z.strictObject({
  /** Version of this format. */
  candorSites: z.literal(1),
  /** Shown to people. */
  title: z.string().min(1).max(200),
  sites: z.array(packedSiteSchema).min(1).max(2000),
});
export type SitePack = z.infer<typeof sitePackSchema>;

/** What is wrong with a pack. `line` and `column` count from 1; `path` leads to the value, e.g. `sites.0.hosts`. */
export interface PackProblem {
  line: number;
  column: number;
  path: string;
  /** In English, from the parser or the schema. */
  reason: string;
}
