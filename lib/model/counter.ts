import { z } from 'zod';

/**
 * How a site counts a post.
 *
 * - `x-weighted`: X's weighted characters (twitter-text v3 configuration).
 * - `graphemes`: user-perceived characters (Bluesky), links counted as shown; `maxBytes` bounds the UTF-8 size.
 * - `mastodon`: user-perceived characters, every URL counts 23, the domain of a remote mention is free.
 * - `emoji-bytes`: code points, an emoji as the bytes it takes in UTF-8 (Threads).
 * - `plain`: UTF-16 code units, as `String.length` (LinkedIn and most others).
 */
export const counterSchema = z.strictObject({
  type: z.enum(['x-weighted', 'graphemes', 'mastodon', 'emoji-bytes', 'plain']),
  /** In the counter's unit. `0` means the site states no limit. */
  limit: z.number().int().nonnegative(),
  maxBytes: z.number().int().positive().optional(),
});
export type Counter = z.infer<typeof counterSchema>;

/** How much of a post a reader sees before "more". Characters, lines, or both; the first reached folds. */
export const foldSchema = z.strictObject({
  characters: z.number().int().positive().optional(),
  lines: z.number().int().positive().optional(),
});
export type Fold = z.infer<typeof foldSchema>;
