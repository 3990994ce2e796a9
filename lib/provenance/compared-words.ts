/** A word or a mark of a text. */
export interface Word {
  /** What makes two words the same. */
  readonly key: string;
  /** With the white space behind it. */
  readonly text: string;
  /** No mark. */
  readonly isWord: boolean;
}

/** Stands between two stretches of a draft; the same as nothing else. */
export const APART: Word = { key: '', text: '', isWord: false };

/** The words of a text in any script: also where no spaces stand between them. White space before the first is left out. */
export function wordsOf(text: string): Word[] {
  const words: { key: string; text: string; isWord: boolean }[] = [];
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  for (const { segment, isWordLike = false } of segments) {
    if (segment.trim() !== '') {
      words.push({ key: segment, text: segment, isWord: isWordLike });
    } else {
      const last = words.at(-1);
      if (last) last.text += segment;
    }
  }
  return words;
}
