import { z } from 'zod';
import { findPostLabels } from '../../label/find-post-labels.ts';
import { lintPlacement } from '../../label/lint-placement.ts';
import { defineRule } from '../rule.ts';

/** The text, or the content warning before it, says that AI was involved, in words that are true of the role. */
export const aiLabel = defineRule({
  id: 'ai-label',
  title: 'rule_ai_label',
  concerns: 'ai',
  codes: ['labelMissing', 'labelVague', 'labelRole', 'labelWithoutRole'],
  options: z.strictObject({}),
  check(draft, { effectiveRole, labelPlace }) {
    const { labels, spans } = findPostLabels(draft, labelPlace);
    const [first] = labels;
    if (effectiveRole === 'none') {
      const isOurs = first?.form === 'long' || first?.form === 'short';
      return isOurs ? { code: 'labelWithoutRole', values: [], spans, fix: 'choose-role' } : undefined;
    }
    if (!first) {
      const missing = lintPlacement({ parts: [draft.parts[0]?.text ?? ''] })[0];
      return (
        missing && { code: missing.code, values: missing.values, spans: missing.spans, fix: missing.fix }
      );
    }
    if (labels.some((label) => label.roles.some((role) => role === effectiveRole))) return undefined;
    return { code: 'labelRole', values: [], spans, fix: 'choose-role' };
  },
});
