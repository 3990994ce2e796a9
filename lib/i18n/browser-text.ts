import { browser } from '@wxt-dev/browser';
import { directionOf, type Locale } from './locale.ts';
import type { MessageKey, Text } from './text.ts';

/** Stands for the value with this number in a sentence that is kept; a character no sentence has. */
const MARKS = Array.from({ length: 9 }, (_, index) => String.fromCharCode(0xe000 + index));
const sentences = new Map<MessageKey, string>();

/** After an update of the extension the browser refuses the old script's questions: what was asked before is kept. */
const requireSentence = (key: MessageKey): string => {
  const kept = sentences.get(key);
  if (kept !== undefined) return kept;
  try {
    const sentence = browser.i18n.getMessage(key as never, MARKS);
    sentences.set(key, sentence);
    return sentence;
  } catch {
    return '';
  }
};

/** Asks the browser, which picks the locale and falls back to English. */
export const browserText: Text = (key, ...values) =>
  requireSentence(key).replace(/[\uE000-\uE008]/gu, (mark) => String(values[MARKS.indexOf(mark)] ?? ''));

/** Learns sentences that may be needed when nobody answers any more. */
export const keepSentences = (keys: readonly MessageKey[]): void => keys.forEach(requireSentence);

/**
 * The language is a sentence of its own, since the browser's language says nothing about which catalogue it
 * found (a French browser shows our English sentences).
 */
export const browserLocale = (): Locale => {
  const language = browserText('uiLanguage') || 'en';
  return { text: browserText, language, dir: directionOf(language) };
};
