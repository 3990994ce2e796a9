import type { Text } from './text.ts';

/** Sentences and the facts about their language that a page needs to show them rightly. */
export interface Locale {
  text: Text;
  /** BCP 47, the language the sentences are written in (not always the browser's). */
  language: string;
  dir: 'ltr' | 'rtl';
}

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Direction of a language by its primary subtag. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
