import { cutStretches, type Passage, type Range, type Stretch } from './stretches.ts';

type Facts = Pick<Stretch, 'found' | 'origin'>;

/** A stretch of a draft as the dialog shows it. */
export type Piece = ({ is: 'text'; text: string } | { is: 'hidden'; name: string; times: number }) & Facts;

/** Beyond this many marks the names are written into the text, so that a hostile draft cannot make 100,000 elements. */
const MOST_MARKS = 400;

/** Customary short names, by code point in hexadecimal. */
const NAMES: Record<string, string> = {
  '00AD': 'SHY',
  '034F': 'CGJ',
  '061C': 'ALM',
  '180E': 'MVS',
  '200B': 'ZWSP',
  '200C': 'ZWNJ',
  '200D': 'ZWJ',
  '200E': 'LRM',
  '200F': 'RLM',
  '2028': 'LSEP',
  '2029': 'PSEP',
  '202A': 'LRE',
  '202B': 'RLE',
  '202C': 'PDF',
  '202D': 'LRO',
  '202E': 'RLO',
  '2060': 'WJ',
  '2066': 'LRI',
  '2067': 'RLI',
  '2068': 'FSI',
  '2069': 'PDI',
  FEFF: 'BOM',
};

/** Characters that show nothing or turn the reading order; a flag made of tag characters is taken whole and left alone. */
const CANDIDATES =
  /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}|[[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Zl}\p{Zp}\uFFF9-\uFFFB]--[\t\n\r]]/gv;

// Tested on one code point each, anchored at the start: Chromium 156 misses /[…]$/u on characters beyond U+FFFF.
const ENDS_PICTOGRAPH = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)/u;
const PICTOGRAPH = /^\p{Extended_Pictographic}/u;
const JOINING_SCRIPT =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{M}]/u;
const EMOJI = /^\p{Emoji}/u;
const VARYING_SCRIPT = /^[\p{Script=Han}\p{Script=Mongolian}\p{Script=Myanmar}\p{Sm}]/u;

/** Some invisible characters belong where they stand: joiners in emoji and in joining scripts, variation selectors. */
const belongs = (text: string, index: number, character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  const before = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? '';
  if (code === 0x1f3f4) return true;
  if (code === 0x200d) {
    const after = text.slice(index + 1, index + 3);
    return (ENDS_PICTOGRAPH.test(before) && PICTOGRAPH.test(after)) || JOINING_SCRIPT.test(before);
  }
  if (code === 0x200c) return JOINING_SCRIPT.test(before);
  if (code === 0xfe0e || code === 0xfe0f) return EMOJI.test(before);
  if ((code >= 0xfe00 && code <= 0xfe0d) || (code >= 0x180b && code <= 0x180f) || code >= 0xe0100) {
    return VARYING_SCRIPT.test(before);
  }
  return false;
};

const nameOf = (character: string): string => {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return NAMES[code] ?? `U+${code}`;
};

interface Shown {
  pieces: Piece[];
  /** How many of them are names of something invisible. */
  marks: number;
}

/** Cuts a stretch of a text into what can be read and names of what cannot be seen. */
const showHidden = (text: string, { start, end, ...facts }: Stretch, shown: Shown): void => {
  const { pieces } = shown;
  let from = start;
  const flush = (until: number): void => {
    if (until > from) pieces.push({ is: 'text', text: text.slice(from, until), ...facts });
  };
  let isFull = false;
  let spelled = '';
  for (const match of text.slice(start, end).matchAll(CANDIDATES)) {
    const [character] = match;
    const index = start + match.index;
    if (belongs(text, index, character)) continue;
    const name = nameOf(character);
    isFull ||= shown.marks >= MOST_MARKS;
    if (isFull) {
      spelled += `${text.slice(from, index)}⟦${name}⟧`;
    } else {
      flush(index);
      const last = pieces.at(-1);
      const goesOn = last?.is === 'hidden' && last.name === name && index === from && index > start;
      if (goesOn) last.times += 1;
      else {
        pieces.push({ is: 'hidden', name, times: 1, ...facts });
        shown.marks += 1;
      }
    }
    from = index + character.length;
  }
  if (isFull) pieces.push({ is: 'text', text: spelled + text.slice(from, end), ...facts });
  else flush(end);
};

/**
 * A text ready to be shown as text nodes: nothing invisible stays invisible, reading order is the stored order,
 * the ranges a rule pointed at are marked, and so is what came from somewhere. Joining the pieces gives the whole
 * text; nothing is left out.
 */
export const toVisiblePieces = (
  text: string,
  findings: readonly Range[] = [],
  passages: readonly Passage[] = [],
): Piece[] => {
  const shown: Shown = { pieces: [], marks: 0 };
  for (const stretch of cutStretches(text, findings, passages)) showHidden(text, stretch, shown);
  return shown.pieces;
};
