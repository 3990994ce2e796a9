import type { LabelLanguage } from '../model/language.ts';
import { WORDS } from './words/index.ts';

/** How much of a text is looked at. UTF-16 units. */
const EXCERPT = 4000;
const FEWEST_HITS = 3;

/**
 * The language of a text if it is plainly one of ours, by its small words (Japanese: by its kana). Undefined when
 * the text is short, mixed or in another language: guessing wrong would put a label nobody there can read.
 */
export const guessLanguage = (text: string): LabelLanguage | undefined => {
  const excerpt = text.slice(0, EXCERPT).replace(/https?:\/\/\S+/gu, ' ');
  const letters = excerpt.match(/\p{L}/gu)?.length ?? 0;
  const kana = excerpt.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (kana >= FEWEST_HITS && kana * 4 > letters) return 'ja';

  const words = excerpt.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hits = (Object.entries(WORDS) as [LabelLanguage, { smallWords: readonly string[] }][])
    .map(([language, { smallWords }]) => {
      const known = new Set(smallWords);
      return { language, count: words.filter((word) => known.has(word)).length };
    })
    .sort((a, b) => b.count - a.count);
  const [best, second] = hits;
  if (!best || best.count < FEWEST_HITS || best.count * 12 < words.length) return undefined;
  return best.count >= 2 * (second?.count ?? 0) ? best.language : undefined;
};
