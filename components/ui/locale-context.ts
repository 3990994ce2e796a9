import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale } from '#lib/i18n/locale.ts';
import type { MessageKey, Text } from '#lib/i18n/text.ts';

/** Where every component gets its sentences from. There is no default: forgetting the provider is a bug. */
export const LocaleContext = createContext<Locale | undefined>(undefined);

export const useLocale = (): Locale => {
  const locale = useContext(LocaleContext);
  if (locale === undefined) throw new Error('No LocaleContext above this component');
  return locale;
};

export const useText = (): Text => useLocale().text;

/** A sentence whose key is made from data (`finding_<code>`); a code without a sentence shows `fallback`. */
export const textForCode = (
  text: Text,
  prefix: 'finding_' | 'rule_' | 'problem_' | 'preset_' | 'presetSummary_' | 'verify_',
  code: string,
  values: readonly string[],
  fallback: string,
): string => text(`${prefix}${code.replace(/[.-]/gu, '_')}` as MessageKey, ...values) || fallback;
