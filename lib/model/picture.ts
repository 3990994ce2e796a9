import { z } from 'zod';
import { PICTURE_SIDE } from './picture-side.ts';

/** Base64 of so many bytes. */
const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;

/**
 * A picture as a page shows it, read from what the page has in memory: nothing is fetched. Comes from a content script,
 * on a page that anybody may have written, so it is validated there.
 */
export const shownPictureSchema = z.strictObject({
  /** Where the page has it from, absolute. Missing for one that carries its own bytes. */
  address: z.string().max(4096).optional(),
  /** Pixels of the picture itself, not of its place in the page. */
  width: z.number().int().positive().max(100_000),
  height: z.number().int().positive().max(100_000),
  /** Brightness of each of `PICTURE_SIDE`² fields, row by row. Missing where the page's browser does not let anybody read it. */
  small: z
    .base64()
    .length(base64Length(PICTURE_SIDE ** 2))
    .optional(),
});
export type ShownPicture = z.infer<typeof shownPictureSchema>;

/** A picture that an AI tool made. Which tool is decided by the sender's address. */
export const generatedPictureSchema = z.strictObject({
  picture: shownPictureSchema,
  /** Model name where the page shows it. */
  model: z.string().max(100).optional(),
  /** Address of the conversation, without fragment; kept only if the setting says so. */
  conversation: z.string().max(4096).optional(),
});
export type GeneratedPicture = z.infer<typeof generatedPictureSchema>;

/**
 * How a picture was recognised.
 *
 * - `pixels`: made small it is the same in every field.
 * - `likeness`: nearly so, as after another compression or size.
 * - `address`: the page has it from the same address.
 */
export const recognisedBySchema = z.enum(['pixels', 'likeness', 'address']);
export type RecognisedBy = z.infer<typeof recognisedBySchema>;
