import { z } from 'zod';
import { counterSchema, foldSchema } from './counter.ts';
import { draftSchema } from './draft.ts';
import { heldPostSchema } from './flow.ts';
import { identitySchema } from './identity.ts';
import { labelLanguageSchema } from './language.ts';
import { roleSchema } from './role.ts';

/** What the person approved, as the review UI hands it over. */
export const approvedChoiceSchema = z.strictObject({
  role: roleSchema,
  identity: identitySchema.optional(),
  language: labelLanguageSchema,
  /** The label alone; empty where none is needed or the text carries one. */
  label: z.string().max(2000),
  /** Text of each part as it will be sent. */
  parts: z.array(z.string().max(1_000_000)).min(1).max(100),
  /** The content warning as it will be sent. Absent: as it was held. */
  warning: z.string().max(10_000).optional(),
  /** About the site's own AI switch: `set` Candor is to switch it on, `taken` the person says it was done by hand. */
  nativeSwitch: z.enum(['set', 'taken']).optional(),
  /** Given when the person says that AI did less than the evidence suggests. */
  roleReason: z.string().max(2000).optional(),
  /** Given when the person posts against the policy's wish. */
  overrideReason: z.string().max(2000).optional(),
});
export type ApprovedChoice = z.infer<typeof approvedChoiceSchema>;

/**
 * Where the dialog stands.
 *
 * - `deciding`: the shell is open, the background has not answered yet.
 * - `releasing`: approved; the label goes in, the post is let go.
 * - `stopped`: nothing was sent and the text is still in the composer. `code` names the sentence `problem_<code>`
 *   (`-` as `_`); `copyText` is offered for copying.
 */
export const reviewStageSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('deciding') }),
  z.strictObject({ is: z.literal('reviewing') }),
  z.strictObject({ is: z.literal('releasing') }),
  z.strictObject({
    is: z.literal('stopped'),
    code: z.string().max(100),
    copyText: z.string().max(2000).optional(),
  }),
]);
export type ReviewStage = z.infer<typeof reviewStageSchema>;

/** One review as data: what the dialog shows in the page, and what travels to a window of its own if need be. */
export const reviewDataSchema = z.strictObject({
  /** Of the post that is reviewed. */
  post: z.uuid(),
  stage: reviewStageSchema,
  siteName: z.string().max(300),
  draft: draftSchema,
  counter: counterSchema,
  fold: foldSchema.optional(),
  /** Missing until the background has answered. */
  held: heldPostSchema.optional(),
  role: roleSchema.optional(),
  language: labelLanguageSchema,
});
export type ReviewData = z.infer<typeof reviewDataSchema>;
