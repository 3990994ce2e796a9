import { z } from 'zod';
import { findLabels } from '../../label/find-label.ts';
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
  }),
  check(draft, { options, effectiveRole, fold, language }) {
    const parts = draft.parts.map(({ text }) => text);
    const labels = findLabels(parts[0] ?? '');
    if (effectiveRole === 'none' || labels.length === 0) return undefined;
    const written = language ?? guessLanguage(withoutLabels(parts[0] ?? '', labels));
    const [finding] = lintPlacement({ parts, fold, language: options.sameLanguage ? written : undefined });
    return finding && { code: finding.code, values: finding.values, spans: finding.spans, fix: finding.fix };
  },
});

/** The label's own words must not decide what language the post is in. */
const withoutLabels = (text: string, labels: readonly { start: number; end: number }[]): string =>
  labels.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
