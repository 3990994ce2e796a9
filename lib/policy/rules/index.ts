import type { RuleId } from '../../model/decision.ts';
import type { Rule } from '../rule.ts';
import { aiLabel } from './ai-label.ts';
import { attribution } from './attribution.ts';
import { humanReview } from './human-review.ts';
import { labelPlacement } from './label-placement.ts';
import { nativeSwitch } from './native-switch.ts';
import { policyReadable } from './policy-readable.ts';
import { prohibitedContent } from './prohibited-content.ts';
import { provenanceReadable } from './provenance-readable.ts';
import { roleEvidence } from './role-evidence.ts';

/** A rule whose options are checked by `evaluate` before they reach it, so their type no longer matters. */
const erase = <Options>(rule: Rule<Options>): Rule => rule as unknown as Rule;

/** Every rule by its id. The order has no meaning. */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  'human-review': erase(humanReview),
  attribution: erase(attribution),
  'ai-label': erase(aiLabel),
  'label-placement': erase(labelPlacement),
  'prohibited-content': erase(prohibitedContent),
  'native-switch': erase(nativeSwitch),
  'policy-readable': erase(policyReadable),
  'role-evidence': erase(roleEvidence),
  'provenance-readable': erase(provenanceReadable),
};
