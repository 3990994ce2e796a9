import { browser } from '@wxt-dev/browser';
import type { LabelLanguage } from '../model/language.ts';

const KNOWN: readonly LabelLanguage[] = ['en', 'de', 'fr', 'es', 'ja'];

const known = (tag: string | undefined): LabelLanguage | undefined => {
  const primary = tag?.toLowerCase().split('-')[0];
  return KNOWN.find((language) => language === primary);
};

/** A few words can be of any language: Chromium takes "Plain words." for French, and says that it is sure. */
const FEWEST_LETTERS = 40;
/** One letter of these says as much as a word. */
const DENSE_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const DENSE_LANGUAGE = /^(?:ja|ko|th|zh)\b/u;

/** The browser's own, local detection. `undefined` where it is not sure. */
export const detectPostLanguage = async (text: string): Promise<string | undefined> => {
  const words = text.slice(0, 2000).replace(/https?:\/\/\S+|[@#]\S+/gu, ' ');
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS && !DENSE_SCRIPT.test(words)) return undefined;
  try {
    const { languages, isReliable } = await browser.i18n.detectLanguage(words);
    const language = isReliable ? languages[0]?.language : undefined;
    // Chromium takes a line that is repeated often for Japanese, without a letter of it.
    return DENSE_LANGUAGE.test(language ?? '') && !DENSE_SCRIPT.test(words) ? undefined : language;
  } catch {
    return undefined;
  }
};

/** A label speaks the language of the post; where that is unclear, the page's, then the person's. */
export const chooseLabelLanguage = async (text: string, pageLanguage: string): Promise<LabelLanguage> =>
  known(await detectPostLanguage(text)) ?? known(pageLanguage) ?? known(browser.i18n.getUILanguage()) ?? 'en';
