import { z } from 'zod';
import { draftKey } from '../../model/draft-key.ts';
import { defineRule } from '../rule.ts';

/** A person must have reviewed exactly this text. */
export const humanReview = defineRule({
  id: 'human-review',
  title: 'rule_human_review',
  concerns: 'ai',
  codes: ['reviewMissing', 'reviewOutdated', 'roleWithoutReview'],
  options: z.strictObject({
    /** `reviewed`: roles that say nobody reviewed the output (`generated-prompted`, `autonomous`) are refused. */
    roles: z.enum(['any', 'reviewed']).default('any'),
  }),
  check(draft, { options, effectiveRole, reviewedKey }) {
    if (
      options.roles === 'reviewed' &&
      (effectiveRole === 'generated-prompted' || effectiveRole === 'autonomous')
    )
      return { code: 'roleWithoutReview', values: [], spans: [], fix: 'choose-role' };
    if (reviewedKey === undefined) return { code: 'reviewMissing', values: [], spans: [], fix: 'review' };
    if (reviewedKey !== draftKey(draft))
      return { code: 'reviewOutdated', values: [], spans: [], fix: 'review' };
    return undefined;
  },
});
