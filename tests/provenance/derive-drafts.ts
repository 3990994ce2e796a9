import type { Random } from './random.ts';

/** A question and two answers to it, one by a person and one by an AI tool. */
export interface Pair {
  readonly question: string;
  readonly human: string;
  readonly answer: string;
}

/** A draft and how much of it is AI text; by passages, in the order in which they stand. */
export interface MixedDraft {
  readonly text: string;
  readonly passages: readonly { readonly text: string; readonly isGenerated: boolean }[];
}

/** Whether one character says as much as two or three letters. */
const isDense = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

/** Written without spaces between words, with one where a sentence ends or pauses. */
const isThai = (text: string): boolean => /\p{Script=Thai}/u.test(text);

const THAI_WORDS = new Intl.Segmenter('th', { granularity: 'word' });

export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n+/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph.length > 0);

export const sentencesOf = (text: string): string[] =>
  (text.match(isThai(text) ? /\S+\s*/gu : /[^.!?。！？\n]+[.!?。！？]*[”"')]*\s*/gu) ?? []).filter(
    (sentence) => /[\p{L}]/u.test(sentence),
  );

/** Words with what follows them; of Chinese and Japanese, two characters each. */
function wordsOf(text: string): string[] {
  if (isThai(text)) return [...THAI_WORDS.segment(text)].map(({ segment }) => segment);
  return (isDense(text) ? text.match(/[\s\S]{1,2}/gu) : text.match(/\S+\s*/gu)) ?? [];
}

/** Changes a share of the words: six of ten replaced by a word of the vocabulary, the rest left out or doubled up. */
export function editWords(
  text: string,
  share: number,
  vocabulary: readonly string[],
  random: Random,
): string {
  return wordsOf(text)
    .map((word) => {
      if (random.next() >= share) return word;
      const space = /\s*$/u.exec(word)?.[0] ?? '';
      const kind = random.next();
      if (kind < 0.6) return random.pick(vocabulary) + space;
      return kind < 0.8 ? '' : `${word}${random.pick(vocabulary)}${space}`;
    })
    .join('');
}

/** Words that people use: what edits put in. */
export const vocabularyOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) =>
    wordsOf(text)
      .map((word) => word.trim())
      .filter((word) => /^[\p{L}\p{M}]+$/u.test(word)),
  );

export function shuffleSentences(text: string, random: Random): string {
  const sentences = sentencesOf(text).map((sentence) => sentence.trim());
  for (let last = sentences.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [sentences[last], sentences[other]] = [sentences[other] as string, sentences[last] as string];
  }
  return sentences.join(isDense(text) ? '' : ' ');
}

/** Shortest passage that counts as a sentence: 60 characters, 25 of Chinese and Japanese. */
const shortestOf = (text: string): number => (isDense(text) ? 25 : 60);

export const pickParagraph = (text: string, random: Random): string =>
  random.pick(paragraphsOf(text).filter((paragraph) => paragraph.length >= shortestOf(text)));

/** A sentence, cut at a word's end after the shortest length. */
export function pickSentence(text: string, random: Random): string {
  const length = shortestOf(text);
  const long = sentencesOf(text)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= length);
  const sentence = random.pick(long);
  if (isDense(text)) return sentence.slice(0, length);
  let passage = '';
  for (const word of wordsOf(sentence)) if (passage.trimEnd().length < length) passage += word;
  return passage.trimEnd();
}

export function changeCaseAndPunctuation(text: string, random: Random): string {
  return [...text]
    .map((character) => {
      if (/[,;:]/u.test(character)) return random.next() < 0.5 ? '' : ' -';
      if (/[.。]/u.test(character)) return random.pick(['.', '!', '...', '']);
      return random.next() < 0.3 ? character.toUpperCase() : character;
    })
    .join('');
}

export function addMarkdown(text: string, random: Random): string {
  const lines = paragraphsOf(text).flatMap((paragraph, index) => {
    const words = wordsOf(paragraph).map((word) => {
      if (random.next() >= 0.1 || word.trim() === '') return word;
      const space = /\s*$/u.exec(word)?.[0] ?? '';
      const mark = random.pick(['**', '_', '`', '~~']);
      return `${mark}${word.trimEnd()}${mark}${space}`;
    });
    const begin = random.pick(['## ', '- ', `${index + 1}. `, '']);
    return [`${begin}${words.join('')}`, ''];
  });
  return ['```text', ...lines, '```'].join('\n');
}

export const addEmoji = (text: string, random: Random): string =>
  wordsOf(text)
    .map((word) => (random.next() < 0.15 ? `${random.pick(['🚀', '👩‍💻', '❤️', '1️⃣', '🇩🇪'])} ${word}` : word))
    .join('');

export const swapQuotesAndDashes = (text: string, random: Random): string =>
  text
    .replace(/['’]/gu, () => random.pick(["'", '’', 'ʼ', '‘']))
    .replace(/["“”]/gu, () => random.pick(['"', '“', '„', '«']))
    .replace(/[-–—]/gu, () => random.pick(['-', '–', '—', '‑']))
    .replace(/, /gu, () => random.pick([', ', ' — ', ' – ']));

const HOMOGLYPHS: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'ο',
  p: 'р',
  s: 'ѕ',
  x: 'х',
  y: 'у',
  A: 'А',
  E: 'Ε',
  H: 'Н',
  T: 'Т',
};

export const swapHomoglyphs = (text: string, random: Random): string =>
  [...text]
    .map((character) => (random.next() < 0.3 ? (HOMOGLYPHS[character] ?? character) : character))
    .join('');

export const addZeroWidth = (text: string, random: Random): string =>
  [...text]
    .map((character) =>
      random.next() < 0.2
        ? `${character}${random.pick(['\u200B', '\u2060', '\u00AD', '\uFEFF'])}`
        : character,
    )
    .join('');

/** Paragraphs of two answers between those of a person. */
export function mix(human: string, first: string, second: string, random: Random): MixedDraft {
  const own = paragraphsOf(human);
  const cut = 1 + random.below(Math.max(1, own.length - 1));
  const passages = [
    { text: own.slice(0, cut).join('\n'), isGenerated: false },
    { text: pickParagraph(first, random), isGenerated: true },
    { text: own.slice(cut).join('\n'), isGenerated: false },
    { text: pickParagraph(second, random), isGenerated: true },
  ].filter(({ text }) => text !== '');
  return { text: passages.map(({ text }) => text).join('\n\n'), passages };
}

/** A sentence of an answer in the middle of what a person wrote. */
export function slipIn(human: string, sentence: string, random: Random): MixedDraft {
  const own = sentencesOf(human);
  const cut = random.below(own.length + 1);
  const passages = [
    { text: own.slice(0, cut).join(''), isGenerated: false },
    { text: `${sentence}. `, isGenerated: true },
    { text: own.slice(cut).join(''), isGenerated: false },
  ].filter(({ text }) => text !== '');
  return { text: passages.map(({ text }) => text).join(''), passages };
}
