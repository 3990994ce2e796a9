import { browser } from '@wxt-dev/browser';
import type { LabelLanguage } from '../model/language.ts';

const KNOWN: readonly LabelLanguage[] = ['en', 'de', 'fr', 'es', 'ja'];

const known = (tag: string | undefined): LabelLanguage | undefined => {
  const primary = tag?.toLowerCase().split('-')[0];
  return KNOWN.find((language) => language === primary);
};

/** The browser's own, local detection. `undefined` where it is not sure. */
export const detectPostLanguage = async (text: string): Promise<string | undefined> => {
  try {
    const { languages, isReliable } = await browser.i18n.detectLanguage(text.slice(0, 2000));
    const [first] = languages;
    return first !== undefined && (isReliable || first.percentage >= 80) ? first.language : undefined;
  } catch {
    return undefined;
  }
};

/** A label speaks the language of the post; where that is unclear, the page's, then the person's. */
export const chooseLabelLanguage = async (text: string, pageLanguage: string): Promise<LabelLanguage> =>
  known(await detectPostLanguage(text)) ?? known(pageLanguage) ?? known(browser.i18n.getUILanguage()) ?? 'en';
