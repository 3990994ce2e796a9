import type { LabelLanguage } from '#lib/model/language.ts';

/** Languages by their own name, the way a reader of that language looks for it. */
export const LANGUAGE_NAMES: Record<LabelLanguage, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
};
