import { createCharacterFold } from './fold-character.ts';
import { findMarkup } from './markup.ts';

/**
 * The letters and digits of a text, made comparable, with the way back: `starts[i]` and `ends[i]` are the UTF-16 range
 * of the original that code unit `i` came from. Ranges ascend; they never split a character; several units can come
 * from one character.
 */
export interface NormalisedText {
  /** UTF-16 code units. */
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

export interface NormaliseOptions {
  /** Lines that begin with `>` count as not there. */
  readonly leaveOutQuotes: boolean;
}

/** Of a text, for each of its code units: as many as a Korean syllable has. Only ornaments are more, up to 18. */
const MOST_UNITS = 3;

const ZERO = 0x30;
const NINE = 0x39;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
const CASE = SMALL_A - CAPITAL_A;

/** Nothing of ASCII but letters and digits counts: 0. */
function foldAscii(unit: number): number {
  if (unit >= SMALL_A && unit <= SMALL_Z) return unit;
  if (unit >= CAPITAL_A && unit <= CAPITAL_Z) return unit + CASE;
  return unit >= ZERO && unit <= NINE ? unit : 0;
}

/** Arrays that grow together. */
class Units {
  #units: Uint16Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  #length = 0;

  constructor(expected: number) {
    this.#units = new Uint16Array(expected);
    this.#starts = new Uint32Array(expected);
    this.#ends = new Uint32Array(expected);
  }

  push(unit: number, start: number, end: number): void {
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  isFull(most: number): boolean {
    return this.#length >= most;
  }

  #grow(): void {
    const [units, starts, ends] = [this.#units, this.#starts, this.#ends];
    const size = this.#length * 2 + 16;
    this.#units = new Uint16Array(size);
    this.#units.set(units);
    this.#starts = new Uint32Array(size);
    this.#starts.set(starts);
    this.#ends = new Uint32Array(size);
    this.#ends.set(ends);
  }

  read(): NormalisedText {
    return {
      units: this.#units.subarray(0, this.#length),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    };
  }
}

/**
 * What is left of a text when everything is taken away that changes between an answer and its copy: case, accents,
 * white space, punctuation, quotes, dashes, Markdown, addresses, emoji, invisible characters, look-alike letters.
 * Linear; normalising what was normalised changes nothing.
 */
export function normalise(
  text: string,
  { leaveOutQuotes }: NormaliseOptions = { leaveOutQuotes: false },
): NormalisedText {
  const fold = createCharacterFold();
  const result = new Units(text.length);

  const take = (from: number, to: number): void => {
    let at = from;
    while (at < to && !result.isFull(text.length * MOST_UNITS)) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) {
        const folded = foldAscii(unit);
        if (folded !== 0) result.push(folded, at, at + 1);
        at += 1;
        continue;
      }
      const codePoint = text.codePointAt(at) as number;
      const end = at + (codePoint > 0xffff ? 2 : 1);
      const folded = fold(codePoint);
      for (let place = 0; place < folded.length; place += 1) result.push(folded.charCodeAt(place), at, end);
      at = end;
    }
  };

  let taken = 0;
  for (const { start, end } of findMarkup(text, leaveOutQuotes)) {
    take(taken, start);
    taken = end;
  }
  take(taken, text.length);
  return result.read();
}
