import type { MessageKey, Text } from '#lib/i18n/text.ts';

/** A sentence whose key is made from data (`finding_<code>`); a code without a sentence shows `fallback`. */
export const textForCode = (
  text: Text,
  prefix:
    | 'finding_'
    | 'rule_'
    | 'problem_'
    | 'preset_'
    | 'presetSummary_'
    | 'verify_'
    | 'stamp_'
    | 'restore_'
    | 'siteFailed_',
  code: string,
  values: readonly string[],
  fallback: string,
): string => text(`${prefix}${code.replace(/[.-]/gu, '_')}` as MessageKey, ...values) || fallback;
