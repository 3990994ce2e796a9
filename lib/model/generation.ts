import { z } from 'zod';

/**
 * How a generation came to be known.
 *
 * - `copy`: text selected on the page of the AI tool and copied.
 * - `copy-control`: the tool's own copy button was pressed; the answer it belongs to was read from the page.
 * - `answer`: an answer finished on the page.
 * - `drag`: a selection was dragged off the page.
 */
export const capturedSchema = z.enum(['copy', 'copy-control', 'answer', 'drag']);
export type Captured = z.infer<typeof capturedSchema>;

/** Longest text that is looked at, in UTF-16 code units; of a longer answer the beginning. */
export const LONGEST_GENERATION = 500_000;

/** UTF-16 code units of all prompts that go with one answer. */
export const LONGEST_PROMPTS = 200_000;

/**
 * A piece of AI output as the capture script read it. Comes from a content script on a page that anybody may
 * have written, so it is validated there; which source it is from is decided by the sender's address, not by this.
 */
export const capturedGenerationSchema = z.strictObject({
  text: z.string().max(LONGEST_GENERATION),
  captured: capturedSchema,
  /** Model name where the page shows it. */
  model: z.string().max(100).optional(),
  /** Address of the conversation, without fragment; kept only if the setting says so. */
  conversation: z.string().max(4096).optional(),
  /** What the person had asked, newest last: words of one's own are no evidence. */
  prompts: z
    .array(z.string().max(100_000))
    .max(20)
    .refine((prompts) => prompts.reduce((sum, { length }) => sum + length, 0) <= LONGEST_PROMPTS),
});
export type CapturedGeneration = z.infer<typeof capturedGenerationSchema>;

/** What is kept of a generation besides its fingerprints. */
export const generationSchema = z.strictObject({
  /** Key in the store, counted up from 1. */
  id: z.number().int().positive(),
  /** Source id, or the origin of an added source. */
  source: z.string().max(300),
  sourceName: z.string().max(300),
  model: z.string().max(100).optional(),
  conversation: z.string().max(4096).optional(),
  /** When it was captured last, milliseconds since 1970. */
  time: z.number().int().nonnegative(),
  /** UTF-16 code units of the text as captured. */
  length: z.number().int().nonnegative(),
  captured: capturedSchema,
});
export type Generation = z.infer<typeof generationSchema>;
