import { z } from 'zod';
import { decisionSchema } from './decision.ts';
import { composerKindSchema } from './draft.ts';
import { identitySchema } from './identity.ts';
import { gateFailureSchema, gateWhenSchema, guardedRequestsSchema } from './policy.ts';
import { siteSchema } from './site.ts';

/**
 * How a released post ended. `scheduled`: the site took it and publishes it later. `unconfirmed`: no evidence either way
 * within the time limit.
 */
export const outcomeSchema = z.enum(['published', 'scheduled', 'unconfirmed', 'failed', 'cancelled']);
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
  /** What happens to a request that publishes what nobody let go. */
  requests: guardedRequestsSchema,
  /** The name under which this installation's gates speak to a guard that is in the page already. */
  guardKey: z.string().max(100),
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

/** A post of the person's own, or a part of it, that a page may show again. Background to content script. */
export interface OwnPost {
  /** UUID. */
  post: string;
  /** From 0. */
  part: number;
  /** Absolute. */
  address: string;
}

/** What the person is to be told of a post shown again. `label`: as it was approved, where the log keeps it. */
export interface DriftNotice {
  found: 'label-gone' | 'part-without-label';
  label?: string;
}

/** What the dialog needs besides the draft. Background to content script, in answer to `decide-draft` and `hold-post`. */
export const heldPostSchema = z.strictObject({
  decision: decisionSchema,
  identities: z.array(identitySchema),
  defaultIdentity: z.string().optional(),
});
export type HeldPost = z.infer<typeof heldPostSchema>;

/** What became of a request that nobody let go. Not recorded: the policy lets such a text pass. */
export type Bypass = { isRecorded: false } | { isRecorded: true; held: HeldPost };

/** State of the gate in one tab, for icon and popup. `unwatched`: no gate runs in this page. */
export const protectionSchema = z.enum(['protected', 'changed', 'unwatched']);
export type Protection = z.infer<typeof protectionSchema>;
