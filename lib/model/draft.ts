import { z } from 'zod';
import { counterSchema, foldSchema } from './counter.ts';
import { shownPictureSchema } from './picture.ts';

/** What kind of post it is. Each is a post of its own to the policy. */
export const composerKindSchema = z.enum(['post', 'reply', 'quote', 'thread', 'article', 'comment', 'edit']);
export type ComposerKind = z.infer<typeof composerKindSchema>;

/** A picture, film or file that hangs on the draft. `key` tells two items apart (address or file name). */
export const mediaItemSchema = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'file']),
  key: z.string().max(4096),
  alt: z.string().max(10_000).optional(),
  /** What it looks like, where it is an image that could be read. No part of the draft's identity: that is `key`. */
  picture: shownPictureSchema.optional(),
});
export type MediaItem = z.infer<typeof mediaItemSchema>;

/** One box of the composer. A thread has several, every other post has one. Text as the engine holds it, `\n` between lines. */
export const draftPartSchema = z.strictObject({
  text: z.string().max(1_000_000),
  media: z.array(mediaItemSchema).max(50),
});
export type DraftPart = z.infer<typeof draftPartSchema>;

/** The site's own switch that says "made with AI", as the page shows it. */
export const nativeSwitchStateSchema = z.strictObject({
  /** The site's own words on the way to it. */
  path: z.array(z.string().max(100)).min(1).max(6),
  /** `hidden`: it is known but not in the page now. `unseen`: nobody knows where it stands in the page. */
  is: z.enum(['on', 'off', 'hidden', 'unseen']),
});
export type NativeSwitchState = z.infer<typeof nativeSwitchStateSchema>;

/**
 * A frozen reading of a composer, the only thing later steps look at.
 * Source: `readDraft` (lib/sites). Comes to the background from a content script, so it is validated there.
 */
export const draftSchema = z.strictObject({
  /** Site definition id, or `generic`. */
  site: z.string().max(100),
  /** Composer id within the site definition, e.g. `post`, `share-box`. */
  composer: z.string().max(100),
  kind: composerKindSchema,
  /** What stands in the one-line fields above the text (title, subtitle), one a line. */
  title: z.string().max(10_000).optional(),
  /** What stands in the field of the content warning, while the page shows it and it is not empty. Readers see it first. */
  warning: z.string().max(10_000).optional(),
  parts: z.array(draftPartSchema).min(1).max(100),
  /** Present where the site has such a switch for this composer. */
  nativeSwitch: nativeSwitchStateSchema.optional(),
  /** Address of the page, without fragment. */
  address: z.string().max(4096),
  /** How the site counts, and where it folds a text away: of the composer's definition, in its words and units. */
  measures: z
    .strictObject({
      counter: counterSchema,
      fold: foldSchema.optional(),
      warningLimit: z.number().int().positive().optional(),
    })
    .optional(),
  /** What the page says its limit is, in the counter's unit (Mastodon instances differ). */
  limit: z.number().int().positive().optional(),
});
export type Draft = z.infer<typeof draftSchema>;
