/**
 * A text made comparable, with the way back: `starts[i]` and `ends[i]` are the UTF-16 offsets in the original of
 * what became code unit `i`.
 */
export interface FoldedText {
  text: string;
  starts: number[];
  ends: number[];
}

/** Characters that take no room on the screen: format signs, fillers, variation selectors, tags. */
export const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
const hiddenCharacters = () => /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** Hidden, but part of how letters and emoji of a name look. */
const JOINERS: ReadonlySet<string> = new Set(['\u200C', '\u200D', '\uFE0E', '\uFE0F']);

/** The text without hidden characters, except those that belong to the look of a name. */
export const removeHiddenFromName = (name: string): string =>
  [...name].filter((character) => JOINERS.has(character) || !HIDDEN.test(character)).join('');

/** Folds each cluster (a character and its marks) on its own, so that every offset has an origin. Linear. */
export const foldClusters = (text: string, fold: (cluster: string) => string): FoldedText => {
  const result: FoldedText = { text: '', starts: [], ends: [] };
  const pieces: string[] = [];
  for (const match of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const folded = fold(match[0].replace(hiddenCharacters(), ''));
    pieces.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) {
      result.starts.push(match.index);
      result.ends.push(match.index + match[0].length);
    }
  }
  result.text = pieces.join('');
  return result;
};

/** Typography that says the same: kinds of space, hyphen and apostrophe. */
export const foldTypography = (cluster: string): string => {
  if (/^[\n\x20-\x7E]$/u.test(cluster)) return cluster;
  return cluster
    .normalize('NFC')
    .replace(/[\p{Zs}\t]/gu, ' ')
    .replace(/\r/gu, '')
    .replace(/[\u2028\u2029\u0085]/gu, '\n')
    .replace(/[\u2010-\u2015\u2212\uFE63\uFF0D]/gu, '-')
    .replace(/[\u2018\u2019\u201B\u02BC\u0060\u00B4\uFF07]/gu, "'");
};
