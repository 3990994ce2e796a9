import { z } from 'zod';
import { levelSchema, ruleIdSchema } from './decision.ts';

/**
 * When the gate asks.
 *
 * - `always`: every post is reviewed.
 * - `evidence`: when there is evidence of AI, found or declared.
 * - `declared`: only when the person said so in the chip.
 */
export const gateWhenSchema = z.enum(['always', 'evidence', 'declared']);
export type GateWhen = z.infer<typeof gateWhenSchema>;

/** What happens to a post when Candor itself fails (background silent, storage broken). */
export const gateFailureSchema = z.enum(['hold', 'allow']);

/**
 * A publish request with no release behind it: `observe` records it and tells the person, `enforce` holds it until the
 * person has decided.
 */
export const guardedRequestsSchema = z.enum(['observe', 'enforce']);
export type GuardedRequests = z.infer<typeof guardedRequestsSchema>;

/** A policy in force: a preset, or later an imported document. Options are checked by each rule's own schema. */
export const policySchema = z.strictObject({
  id: z.string().min(1).max(200),
  title: z.string().min(1).max(200),
  version: z.string().min(1).max(50),
  gate: z.strictObject({
    when: gateWhenSchema,
    failure: gateFailureSchema,
    /** Default: `observe`. */
    requests: guardedRequestsSchema.optional(),
  }),
  rules: z.partialRecord(
    ruleIdSchema,
    z.strictObject({ level: levelSchema, options: z.record(z.string(), z.unknown()).optional() }),
  ),
  override: z.strictObject({ allowed: z.boolean(), reasonRequired: z.boolean() }),
});
export type Policy = z.infer<typeof policySchema>;
