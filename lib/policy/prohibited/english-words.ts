import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import type { TextMatch } from './terms.ts';

let matcher: RegExpMatcher | undefined;

/** Built once, when first needed: compiling the list takes a few milliseconds. */
const readMatcher = (): RegExpMatcher => {
  matcher ??= new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
  return matcher;
};

/** Words of the built-in English list (library `obscenity`), also in common disguises. A heuristic. */
export const findEnglishWords = (text: string): TextMatch[] =>
  readMatcher()
    .getAllMatches(text, true)
    .map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex + 1 }));
