import { browser } from '@wxt-dev/browser';
import { directionOf, type Locale } from './locale.ts';
import type { Text } from './text.ts';

/** Asks the browser, which picks the locale and falls back to English. */
export const browserText: Text = (key, ...values) =>
  browser.i18n.getMessage(key as never, values.map(String));

/**
 * The language is a sentence of its own, since the browser's language says nothing about which catalogue it
 * found (a French browser shows our English sentences).
 */
export const browserLocale = (): Locale => {
  const language = browserText('uiLanguage') || 'en';
  return { text: browserText, language, dir: directionOf(language) };
};
