import { z } from 'zod';

/** CSS selectors, tried in order, newest first. */
const selectors = z.array(z.string().min(1).max(500)).max(20);

/**
 * An AI tool as data: where its answers stand and when they are finished. No code, so that a policy can carry newer
 * definitions later. Source: the shared research notes; `verified` says how far each was confirmed.
 */
export const sourceSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u),
  name: z.string().min(1),
  /** Exact host names. Empty for software that people host themselves: `marks` recognise it where it was switched on. */
  hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/u)),
  /** Only these paths of the hosts (`*` one segment, `**` any number). Missing: all. */
  paths: z.array(z.string()).optional(),
  /** Any of these elements says that this software is running here. */
  marks: selectors,
  /** Address examples: exactly one definition claims each of `own`. */
  examples: z.strictObject({ own: z.array(z.url()), foreign: z.array(z.url()) }),
  /** One answer. Empty: not known, then only what is copied or dragged is captured. */
  message: selectors,
  /** The answer's text, inside the message. Empty: the message itself. */
  text: selectors,
  /** What the person asked. */
  prompt: selectors,
  /** An answer is finished when one of `present` is in the message, is it or holds it, and none of `absent` is on the page. */
  done: z.strictObject({ present: selectors, absent: selectors }),
  /** The tool's own copy buttons, in or beside the message. */
  copyControl: selectors,
  /** Pictures that the tool made. */
  image: selectors,
  /** Where the page names the model. */
  model: selectors,
  verified: z.strictObject({ date: z.iso.date(), how: z.string() }),
});
export type SourceDefinition = z.infer<typeof sourceSchema>;
