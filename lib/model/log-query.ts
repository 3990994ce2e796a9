import { z } from 'zod';
import { type RuleId, ruleIdSchema } from './decision.ts';
import { outcomeSchema } from './flow.ts';
import type { LogEntry } from './log-entry.ts';
import { type Role, roleSchema } from './role.ts';

/** Where a post stands. `held`: Candor stopped it and nothing more is known; `released`: let go, no outcome yet. */
export const standingSchema = z.enum(['held', 'released', ...outcomeSchema.options]);
export type Standing = z.infer<typeof standingSchema>;

/** Which posts a list shows. Members are joined by "and"; a missing one does not narrow. */
export const logFilterSchema = z.strictObject({
  /** Begun at or after, milliseconds since 1970. */
  from: z.number().int().nonnegative().optional(),
  /** Begun before, milliseconds since 1970. */
  until: z.number().int().nonnegative().optional(),
  /** Site id. */
  site: z.string().max(100).optional(),
  role: roleSchema.optional(),
  outcome: standingSchema.optional(),
  /** A finding of this rule was raised. */
  rule: ruleIdSchema.optional(),
  /** Approved against the policy, with a reason. */
  override: z.literal(true).optional(),
  /** Name under which it was posted, exactly. */
  identity: z.string().max(200).optional(),
  /** Policy in force, `id version`. */
  policy: z.string().max(260).optional(),
  /** Looked for in site, addresses, identity and kept text; case does not count. */
  words: z.string().max(200).optional(),
});
export type LogFilter = z.infer<typeof logFilterSchema>;

/** What the posts that began in one week (from Monday 00:00 UTC) come to. Counts are posts unless said otherwise. */
export interface LogWeek {
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly posts: number;
  readonly byRole: Partial<Record<Role, number>>;
  readonly bySite: Readonly<Record<string, number>>;
  /** Let go with AI in them, and of those with a label. */
  readonly withAi: number;
  readonly labelled: number;
  /** Posts that were let go against a rule, by rule. */
  readonly overrides: Partial<Record<RuleId, number>>;
  /** How long people looked before they approved: number of reviews by the power of two of milliseconds, rounded down. */
  readonly reviewTimes: Readonly<Record<number, number>>;
}

/** What a filter can be set to: everything that occurs in this log. */
export interface LogFacets {
  readonly sites: readonly string[];
  readonly identities: readonly string[];
  /** `id version`. */
  readonly policies: readonly string[];
}

/** All that is known of one post. */
export interface PostStory {
  readonly post: string;
  /** Oldest first. */
  readonly entries: readonly LogEntry[];
  /** Kept texts. A commitment of an entry that is neither here nor in `erased`: not kept. */
  readonly texts: readonly { readonly index: number; readonly what: string; readonly text: string }[];
  /** Texts that were kept once, and when they were erased: milliseconds since 1970. */
  readonly erased: readonly { readonly index: number; readonly what: string; readonly time: number }[];
}
