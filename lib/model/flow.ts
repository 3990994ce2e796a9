import { z } from 'zod';
import { decisionSchema } from './decision.ts';
import { composerKindSchema } from './draft.ts';
import { identitySchema } from './identity.ts';
import { gateFailureSchema, gateWhenSchema } from './policy.ts';
import { siteSchema } from './site.ts';

/** How a released post ended. `unconfirmed`: no evidence either way within the time limit. */
export const outcomeSchema = z.enum(['published', 'unconfirmed', 'failed', 'cancelled']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** What a gate must know to let a human post pass without asking anybody. Background to content script. */
export const gateProfileSchema = z.strictObject({
  when: gateWhenSchema,
  failure: gateFailureSchema,
  /** A rule wants to see every post, not only those with AI in them. */
  asksAboutAll: z.boolean(),
  /** There are generations to compare a draft with. */
  remembers: z.boolean(),
  /** The person switched Candor off for this site. */
  isOff: z.boolean(),
  /** Definitions newer than those the gate carries, for this page. */
  sites: z.array(siteSchema).max(50),
  /** Changes with everything that a decision depends on but the draft: what was decided under another one counts no more. */
  stamp: z.string().max(200),
});
export type GateProfile = z.infer<typeof gateProfileSchema>;

/**
 * A post that was let go by a page of this tab which is gone since. The next page is looked at for it.
 * Background to content script.
 */
export const awaitedPostSchema = z.strictObject({
  /** UUID. */
  post: z.string(),
  kind: composerKindSchema,
  title: z.string().optional(),
  /** As it was sent; the beginning of a long one. */
  text: z.string(),
  /** Of the page it was written on. */
  address: z.string(),
});
export type AwaitedPost = z.infer<typeof awaitedPostSchema>;

/** What the dialog needs besides the draft. Background to content script, in answer to `decide-draft` and `hold-post`. */
export const heldPostSchema = z.strictObject({
  decision: decisionSchema,
  identities: z.array(identitySchema),
  defaultIdentity: z.string().optional(),
});
export type HeldPost = z.infer<typeof heldPostSchema>;

/** State of the gate in one tab, for icon and popup. `unwatched`: no gate runs in this page. */
export const protectionSchema = z.enum(['protected', 'changed', 'unwatched']);
export type Protection = z.infer<typeof protectionSchema>;
