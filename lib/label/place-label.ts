import type { LabelLanguage } from '../model/language.ts';
import { composePartMark } from './compose-label.ts';
import { findLabel, findPartMark } from './find-label.ts';

const isOurs = (form: string): boolean => form === 'long' || form === 'short';

const sameWords = (a: string, b: string): boolean => a.replace(/\s+/gu, ' ') === b.replace(/\s+/gu, ' ');

/** The text without the label or mark of ours that it begins with. What a person typed by hand stays. */
export const removeLabel = (text: string): string => {
  const label = findLabel(text);
  if (label && isOurs(label.form)) return text.slice(label.end).replace(/^[ \t]*\n?/u, '');
  const mark = findPartMark(text);
  return mark ? text.slice(mark.end).replace(/^[ \t\n]/u, '') : text;
};

const putFirst = (text: string, words: string, separator: string): string =>
  text === '' ? words : words + separator + text;

/** Unless the text already begins with these very words: what it begins with of ours gives way to them. */
const replaceFirst = (
  text: string,
  words: string,
  separator: string,
  existing: { start: number; end: number } | undefined,
): string =>
  existing && sameWords(text.slice(existing.start, existing.end), words)
    ? text
    : putFirst(removeLabel(text), words, separator);

/** The further parts of a thread (all but the first), each with its mark. */
export const markParts = (further: readonly string[], language: LabelLanguage): string[] => {
  const mark = composePartMark(language, further.length + 1);
  return further.map((text) => replaceFirst(text, mark, ' ', findPartMark(text)));
};

/** The content warning with the label before it, in the one line it has. An empty label removes ours. */
export const placeInWarning = (warning: string, label: string): string =>
  label === '' ? removeLabel(warning) : replaceFirst(warning, label, ' ', findLabel(warning));

/**
 * The parts with the label placed: on a line of its own before the first, a short mark before every further one.
 * Placing twice changes nothing; another label of ours at that place is replaced. An empty label removes ours.
 */
export const placeLabel = (parts: readonly string[], label: string, language: LabelLanguage): string[] => {
  if (label === '') return parts.map(removeLabel);
  const [first = '', ...further] = parts;
  return [replaceFirst(first, label, '\n', findLabel(first)), ...markParts(further, language)];
};
