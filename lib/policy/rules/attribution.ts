import { z } from 'zod';
import { findPostLabels } from '../../label/find-post-labels.ts';
import { hasNameInLabel } from '../../label/label-name.ts';
import { defineRule } from '../rule.ts';

/** A name stands behind the post, and in the end in its label. */
export const attribution = defineRule({
  id: 'attribution',
  title: 'rule_attribution',
  concerns: 'ai',
  codes: ['nameMissing', 'nameForm', 'organisationMissing', 'nameNotInLabel'],
  options: z.strictObject({
    /** Which form of the name the policy prescribes. */
    form: z.enum(['any', 'person', 'organisation', 'both']).default('any'),
  }),
  check(draft, { options, effectiveRole, identity, phase, labelPlace }) {
    if (effectiveRole === 'none') return undefined;
    if (!identity) return { code: 'nameMissing', values: [], spans: [], fix: 'choose-identity' };
    if (identity.form !== 'person' && !identity.organisation)
      return { code: 'organisationMissing', values: [identity.name], spans: [], fix: 'choose-identity' };
    if (options.form !== 'any' && options.form !== identity.form)
      return { code: 'nameForm', values: [identity.name], spans: [], fix: 'choose-identity' };
    if (phase !== 'final') return undefined;

    const { labels, spans } = findPostLabels(draft, labelPlace);
    if (labels.some((label) => hasNameInLabel(label, identity))) return undefined;
    return { code: 'nameNotInLabel', values: [identity.name], spans, fix: 'add-label' };
  },
});
