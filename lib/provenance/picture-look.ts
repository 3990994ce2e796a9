import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { PICTURE_SIDE } from '../model/picture-side.ts';

/** What is kept of a picture: nothing that can be seen again. Compared with looks made with the same secret only. */
export interface PictureLook {
  /** Keyed digest of the fields, hex. */
  readonly digest: string;
  /**
   * A bit for each two neighbours of 16 × 16 fields: is the second brighter? Turned over by a keyed mask, which leaves
   * the number of bits in which two pictures differ as it is. Missing where too few neighbours differ clearly.
   */
  readonly bits?: Uint32Array<ArrayBuffer>;
}

/** Of 480 bits. How it was chosen: README.md, "Pictures". */
export const MOST_DIFFERENT_BITS = 48;

/** Rows and columns of what the bits are about, and the bits of two directions. */
const SIDE = 16;
const BITS = 2 * SIDE * (SIDE - 1);
const WORDS = BITS / 32;
/** Steps of brightness, of 255, that another compression does not turn round; and how many bits must be such. */
const CLEAR = { step: 3, bits: BITS / 2 };
/** A picture with less between its darkest and brightest field is an empty surface, and like any other. */
const LEAST_CONTRAST = 24;

const averageFields = (small: Uint8Array): number[] => {
  const ratio = PICTURE_SIDE / SIDE;
  const sums = new Array<number>(SIDE * SIDE).fill(0);
  small.forEach((value, at) => {
    const row = Math.floor(at / PICTURE_SIDE / ratio);
    const column = Math.floor((at % PICTURE_SIDE) / ratio);
    sums[row * SIDE + column] = (sums[row * SIDE + column] ?? 0) + value;
  });
  return sums.map((sum) => sum / ratio ** 2);
};

/** From each field to the next in its row, then to the one below. */
const listSteps = (fields: readonly number[]): number[] => {
  const steps: number[] = [];
  for (const [at, value] of fields.entries())
    if ((at + 1) % SIDE !== 0) steps.push((fields[at + 1] ?? 0) - value);
  for (const [at, value] of fields.slice(0, -SIDE).entries()) steps.push((fields[at + SIDE] ?? 0) - value);
  return steps;
};

const maskOf = (secret: Uint8Array): Uint32Array => {
  const blocks = [0, 1].map((block) => hmac(sha256, secret, utf8ToBytes(`bits of pictures ${block}`)));
  return new Uint32Array(concatBytes(...blocks).buffer).subarray(0, WORDS);
};

/** `small`: brightness of `PICTURE_SIDE`² fields. Nothing for a picture in which nothing can be told apart. */
export function lookOf(small: Uint8Array, secret: Uint8Array): PictureLook | undefined {
  if (small.length !== PICTURE_SIDE ** 2) throw new RangeError(`a picture of ${small.length} fields`);
  const contrast = small.reduce((a, b) => Math.max(a, b), 0) - small.reduce((a, b) => Math.min(a, b), 255);
  if (contrast < LEAST_CONTRAST) return undefined;
  const digest = bytesToHex(
    hmac(sha256, secret, concatBytes(utf8ToBytes('picture\n'), small)).subarray(0, 16),
  );
  const steps = listSteps(averageFields(small));
  if (steps.filter((step) => Math.abs(step) >= CLEAR.step).length < CLEAR.bits) return { digest };
  const bits = Uint32Array.from(maskOf(secret));
  for (const [at, step] of steps.entries()) {
    if (step > 0) bits[at >>> 5] = (bits[at >>> 5] ?? 0) ^ (1 << (at & 31));
  }
  return { digest, bits };
}

const countOnes = (word: number): number => {
  let rest = word;
  let ones = 0;
  for (; rest !== 0; ones += 1) rest &= rest - 1;
  return ones;
};

/** In how many bits two looks differ. */
export const countDifferent = (one: Uint32Array, other: Uint32Array): number =>
  one.reduce((sum, word, at) => sum + countOnes(word ^ (other[at] ?? 0)), 0);

/** The same shape, give or take what rounding does to a size. */
const SHAPES_DIFFER_BY = 0.02;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const haveSameShape = (one: Size, other: Size): boolean =>
  Math.abs(Math.log((one.width * other.height) / (one.height * other.width))) <= SHAPES_DIFFER_BY;
