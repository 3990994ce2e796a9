import { z } from 'zod';
import { recognisedBySchema } from './picture.ts';
import { roleSchema } from './role.ts';

export const levelSchema = z.enum(['off', 'advise', 'require']);

/** Rule ids are file names in lib/policy/rules. Later issues add more. */
export const RULE_IDS = [
  'human-review',
  'attribution',
  'ai-label',
  'label-placement',
  'native-switch',
  'prohibited-content',
  'policy-readable',
  'role-evidence',
  'provenance-readable',
] as const;
export const ruleIdSchema = z.enum(RULE_IDS);
export type RuleId = z.infer<typeof ruleIdSchema>;

/** What the person can do about a finding; the dialog carries a control for each. */
export const fixSchema = z.enum([
  'review',
  'choose-role',
  'choose-identity',
  'add-label',
  'move-label',
  'shorten-text',
  'edit-text',
  'reload-policy',
  'give-reason',
  'use-native-switch',
]);
export type Fix = z.infer<typeof fixSchema>;

/** A range of one part's text, UTF-16 offsets, end exclusive. */
export const spanSchema = z.strictObject({
  part: z.number().int().nonnegative(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Span = z.infer<typeof spanSchema>;

/** What one rule has to say about one draft. `code` names the sentence: message key `finding_<code>` in `_locales`. */
export const findingSchema = z.strictObject({
  rule: ruleIdSchema,
  level: z.enum(['advise', 'require']),
  code: z.string().regex(/^[a-z][A-Za-z0-9]*$/u),
  /** Values for the sentence, in order. */
  values: z.array(z.string().max(300)).max(9),
  spans: z.array(spanSchema).max(200),
  fix: fixSchema,
});
export type Finding = z.infer<typeof findingSchema>;

/** Thousandths: the log knows integers only. */
const permilleSchema = z.number().int().min(0).max(1000);

/** The remembered picture: size in pixels, keyed digest in hex. */
export const knownPicture = {
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  digest: z.string().max(100),
  by: recognisedBySchema,
};

/**
 * Why Candor thinks AI was involved.
 *
 * - `declared`: the person said so.
 * - `generated`: part of the draft is in a remembered generation, or one of its pictures is a remembered one. `role` is
 *   what that suggests.
 * - `unknown`: Candor could not look; never taken for "no evidence".
 */
export const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('declared'), role: roleSchema }),
  z.strictObject({
    kind: z.literal('generated'),
    role: roleSchema,
    /** Source id, or the origin of an added source. */
    source: z.string().max(300),
    sourceName: z.string().max(300),
    model: z.string().max(100).optional(),
    /** When the generation was captured, milliseconds since 1970. */
    time: z.number().int().nonnegative(),
    /** Share of the draft that comes from it. */
    share: permilleSchema,
    /** Share of the generation that was kept. */
    kept: permilleSchema,
    /** Where in the draft; the longest first where there are too many. */
    spans: z.array(spanSchema).max(500),
    /** Id of the generation, where its text is kept: the dialog can ask for it. */
    textId: z.number().int().positive().optional(),
    /** This is about a picture: no share of the text. */
    picture: z
      .strictObject({
        /** Which of the draft: its part, and its place in the part's media. */
        part: z.number().int().nonnegative(),
        item: z.number().int().nonnegative(),
        ...knownPicture,
      })
      .optional(),
  }),
  z.strictObject({
    kind: z.literal('unknown'),
    role: z.literal('none'),
    /** `lost`: there was a memory and it is gone; what is looked up in a new one may have been in it. */
    reason: z.enum(['rebuilding', 'unreadable', 'lost']),
  }),
]);
export type Evidence = z.infer<typeof evidenceSchema>;
export type GeneratedEvidence = Extract<Evidence, { kind: 'generated' }>;
export type UnknownEvidence = Extract<Evidence, { kind: 'unknown' }>;

export const policyReferenceSchema = z.strictObject({ id: z.string().max(200), version: z.string().max(50) });
export type PolicyReference = z.infer<typeof policyReferenceSchema>;

/**
 * The answer to "may this draft leave the browser?".
 *
 * - `allow`: the site's own event passes untouched.
 * - `review`: a person must look; the dialog can fix every finding.
 * - `block`: something only a change of the text can fix.
 */
export const decisionSchema = z.strictObject({
  effect: z.enum(['allow', 'review', 'block']),
  findings: z.array(findingSchema),
  evidence: z.array(evidenceSchema),
  /** What the evidence suggests; the person decides. */
  proposedRole: roleSchema,
  policy: policyReferenceSchema,
  /** Rules that are on: what the person chooses in the dialog can bring up a finding that the decision has not. */
  levels: z.partialRecord(ruleIdSchema, z.enum(['advise', 'require'])),
  /** The AI rules have no say about a post of which the person declares that no AI was involved. */
  onlyDeclared: z.boolean().optional(),
  /** Where the label belongs, if not in the text: the draft has a content warning, and the policy wants the label there. */
  labelPlace: z.literal('warning').optional(),
  override: z.strictObject({ allowed: z.boolean(), reasonRequired: z.boolean() }),
});
export type Decision = z.infer<typeof decisionSchema>;
