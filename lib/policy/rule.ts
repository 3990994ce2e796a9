import type { z } from 'zod';
import type { LabelPlace } from '../label/find-post-labels.ts';
import type { Counter, Fold } from '../model/counter.ts';
import type { Evidence, Finding, RuleId } from '../model/decision.ts';
import type { Draft } from '../model/draft.ts';
import type { Identity } from '../model/identity.ts';
import type { Role } from '../model/role.ts';

/**
 * Where the draft stands.
 *
 * - `typing`: the person is still writing; nothing is chosen.
 * - `held`: a submit was stopped; the dialog is open.
 * - `final`: exactly this text is to be released, its label inside.
 */
type Phase = 'typing' | 'held' | 'final';

/** Everything a rule may know besides the draft. Plain values; nothing is fetched. */
export interface DraftContext {
  phase: Phase;
  evidence: readonly Evidence[];
  /** The role the person declared; missing while nobody said anything. */
  role?: Role | undefined;
  /** Why the person says less than the evidence suggests. */
  roleReason?: string | undefined;
  /** The person says that the site's own AI switch was switched on by hand. */
  isNativeStepTaken?: boolean | undefined;
  /** The name chosen to stand behind the post. */
  identity?: Identity | undefined;
  /** `draftKey` of the text a person reviewed and approved. */
  reviewedKey?: string | undefined;
  /** Measures of the composer, where known. */
  counter?: Counter | undefined;
  fold?: Fold | undefined;
  /** Language of the post (BCP 47), where known; else the rules look for themselves. */
  language?: string | undefined;
}

/** A draft's context as one rule sees it. */
export interface RuleContext<Options> extends DraftContext {
  /** The policy's options for this rule, checked and completed by the rule's own schema. */
  options: Options;
  /** The declared role, else the one the evidence suggests. */
  effectiveRole: Role;
  /** Where the policy wants the label of this draft: in its content warning, or in the text. */
  labelPlace: LabelPlace;
  /** `gate.when` says that this draft concerns the AI rules. */
  concernsAi: boolean;
}

/** What a rule says; `evaluate` adds who says it and at which level. */
export type RuleFinding = Omit<Finding, 'rule' | 'level'>;

/** One check of a draft. Pure: the same draft and context give the same finding. */
export interface Rule<Options = unknown> {
  /** File name in rules/. */
  id: RuleId;
  /** Message key of its name. */
  title: `rule_${string}`;
  /** Reads the policy's options for this rule; no options must be valid. */
  options: z.ZodType<Options>;
  /** `ai`: asked only about drafts that concern AI. `all`: decides for itself. */
  concerns: 'ai' | 'all';
  /** Every code it can give; each has a sentence `finding_<code>`. */
  codes: readonly string[];
  /** The first thing wrong, worst first; nothing when all is well. */
  check(draft: Draft, context: RuleContext<Options>): RuleFinding | undefined;
}

/** Ties the type of a rule's options to its schema. */
export const defineRule = <Options>(rule: Rule<Options>): Rule<Options> => rule;
