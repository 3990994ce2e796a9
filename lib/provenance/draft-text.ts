import { GRAM_SIZES, gramSizeOf, LETTERS } from './gram-size.ts';
import { type FingerprintKey, type Grams, hashGrams } from './hash-grams.ts';
import { type NormaliseOptions, normalise } from './normalise.ts';

/** What is looked at of a draft, in UTF-16 code units of all its parts together. */
const LONGEST_DRAFT = 1_000_000;

/** All parts of a draft in one row of normalised characters. Grams do not reach from one part into the next. */
export interface DraftText {
  readonly units: Uint16Array;
  /** Range of each unit in the text of its part. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly grams: Grams;
  /** `letters[b] - letters[a]`: letters of the units from `a` to `b`. */
  readonly letters: Float64Array;
  /** Parts that have any unit. */
  readonly parts: readonly DraftTextPart[];
}

export interface DraftTextPart {
  /** Place in the draft. */
  readonly part: number;
  readonly text: string;
  /** Units that belong to it. */
  readonly start: number;
  readonly end: number;
}

function concat<Numbers extends Uint8Array | Uint16Array | Uint32Array>(
  empty: (length: number) => Numbers,
  pieces: readonly Numbers[],
): Numbers {
  if (pieces.length === 1) return pieces[0] as Numbers;
  const whole = empty(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function countLetters(units: Uint16Array): Float64Array {
  const letters = new Float64Array(units.length + 1);
  const weights = GRAM_SIZES.map(({ k }) => LETTERS / k);
  for (let at = 0; at < units.length; at += 1) {
    letters[at + 1] = (letters[at] as number) + (weights[gramSizeOf(units[at] as number)] as number);
  }
  return letters;
}

export function readDraftText(
  texts: readonly string[],
  key: FingerprintKey,
  options: NormaliseOptions,
): DraftText {
  let left = LONGEST_DRAFT;
  let start = 0;
  const parts: DraftTextPart[] = [];
  const normalised = texts.map((whole, part) => {
    const text = whole.slice(0, left);
    left -= text.length;
    const result = normalise(text, options);
    const end = start + result.units.length;
    if (end > start) parts.push({ part, text, start, end });
    start = end;
    return result;
  });
  const grams = normalised.map(({ units }) => hashGrams(units, key));
  const units = concat(
    (length) => new Uint16Array(length),
    normalised.map((one) => one.units),
  );
  return {
    units,
    starts: concat(
      (length) => new Uint32Array(length),
      normalised.map((one) => one.starts),
    ),
    ends: concat(
      (length) => new Uint32Array(length),
      normalised.map((one) => one.ends),
    ),
    grams: {
      hashes: concat(
        (length) => new Uint32Array(length),
        grams.map((one) => one.hashes),
      ),
      ranks: concat(
        (length) => new Uint32Array(length),
        grams.map((one) => one.ranks),
      ),
      sizes: concat(
        (length) => new Uint8Array(length),
        grams.map((one) => one.sizes),
      ),
    },
    letters: countLetters(units),
    parts,
  };
}
