import { readConfusables } from './confusables.ts';

const WORD = /[\p{L}\p{N}\p{M}]/u;
const HIDDEN = /\p{Default_Ignorable_Code_Point}/u;
/** Accents, and whatever else is stacked on letters of any script. Vowel signs belong to one script and stay. */
const ACCENT = /(?=\p{M})\p{Script=Inherited}/u;

/**
 * Gives the letters and digits that count for a character: without case, accents, ornament and look-alikes, taken
 * apart (NFKD) as far as Unicode knows. Nothing for all else: white space, punctuation, symbols, emoji, what cannot be
 * seen, half a surrogate pair. Remembers what it folded, so create one for each text.
 *
 * One code point at a time, without looking at its neighbours: what is the same in the composed and the decomposed
 * form stays the same, and a letter under thousands of accents costs no more than they do.
 */
export function createCharacterFold(): (codePoint: number) => string {
  const confusables = readConfusables();
  const known = new Map<number, string>();

  const fold = (codePoint: number): string => {
    const folded: string[] = [];
    // There and back: ẞ, ß and SS are the same then.
    const plain = String.fromCodePoint(codePoint)
      .normalize('NFKD')
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKD');
    for (const character of plain) {
      if (!WORD.test(character) || HIDDEN.test(character) || ACCENT.test(character)) continue;
      folded.push(confusables.get(character) ?? character);
    }
    return folded.join('');
  };

  return (codePoint) => {
    const before = known.get(codePoint);
    if (before !== undefined) return before;
    const folded = fold(codePoint);
    known.set(codePoint, folded);
    return folded;
  };
}
