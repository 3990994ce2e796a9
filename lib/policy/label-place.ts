import type { LabelPlace } from '../label/find-post-labels.ts';
import type { Draft } from '../model/draft.ts';
import type { Policy } from '../model/policy.ts';
import { labelPlacement } from './rules/label-placement.ts';

/** Where the policy wants the label of this draft. Options that cannot be read are a finding of their own. */
export const findLabelPlace = ({ rules }: Pick<Policy, 'rules'>, { warning }: Draft): LabelPlace => {
  const options = labelPlacement.options.safeParse(rules['label-placement']?.options ?? {});
  const isIgnored = options.success && options.data.contentWarning === 'ignore';
  return warning === undefined || isIgnored ? 'text' : 'warning';
};
