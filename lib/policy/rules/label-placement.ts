import { z } from 'zod';
import { findLabels } from '../../label/find-label.ts';
import { findPostLabels } from '../../label/find-post-labels.ts';
import { guessLanguage } from '../../label/guess-language.ts';
import { lintPlacement, PLACEMENT_CODES } from '../../label/lint-placement.ts';
import { defineRule } from '../rule.ts';

/** `ai-label` speaks about labels that are not there. */
const isAbsence = (code: string): boolean => code === 'labelMissing' || code === 'labelVague';

/** The label stands where nobody misses it, in the language of the post. */
export const labelPlacement = defineRule({
  id: 'label-placement',
  title: 'rule_label_placement',
  concerns: 'ai',
  codes: PLACEMENT_CODES.filter((code) => !isAbsence(code)),
  options: z.strictObject({
    /** Whether the label must be in the language of the post. */
    sameLanguage: z.boolean().default(true),
    /**
     * A content warning hides the text. `label`: the label belongs into it then, where every reader sees it. `ignore`: the
     * label belongs into the text all the same.
     */
    contentWarning: z.enum(['label', 'ignore']).default('label'),
  }),
  check(draft, { options, effectiveRole, fold, language, labelPlace }) {
    const parts = draft.parts.map(({ text }) => text);
    if (effectiveRole === 'none' || findPostLabels(draft, labelPlace).labels.length === 0) return undefined;
    const written = language ?? guessLanguage(withoutLabels(parts[0] ?? '', findLabels(parts[0] ?? '')));
    const [finding] = lintPlacement({
      parts,
      fold,
      warning: labelPlace === 'warning' ? draft.warning : undefined,
      language: options.sameLanguage ? written : undefined,
    });
    return finding && { code: finding.code, values: finding.values, spans: finding.spans, fix: finding.fix };
  },
});

/** The label's own words must not decide what language the post is in. */
const withoutLabels = (text: string, labels: readonly { start: number; end: number }[]): string =>
  labels.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
