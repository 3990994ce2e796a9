import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Text } from '#lib/i18n/text.ts';

/** Where every component gets its sentences from. There is no default: forgetting the provider is a bug. */
export const LocaleContext = createContext<Locale | undefined>(undefined);

export const useLocale = (): Locale => {
  const locale = useContext(LocaleContext);
  if (locale === undefined) throw new Error('No LocaleContext above this component');
  return locale;
};

export const useText = (): Text => useLocale().text;
