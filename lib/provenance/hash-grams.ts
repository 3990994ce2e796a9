import { GRAM_SIZES, gramSize, gramSizeOf } from './gram-size.ts';
import { encryptSpeck, expandSpeckKey } from './speck.ts';

/** Made from the install's secret; without it hashes mean nothing. */
export interface FingerprintKey {
  readonly rounds: Uint32Array;
  readonly bases: readonly [number, number];
}

/** Largest primes below 2^26: products stay exact in a double. */
const PRIMES = [67_108_859, 67_108_837] as const;

export const SECRET_BYTES = 32;

/**
 * The key for a secret of 32 random bytes.
 *
 * It protects what is stored against somebody who has the hashes but not the secret: guessed texts cannot be tried,
 * and hashes of two installs cannot be compared. It does not protect against somebody who has both, that is the whole
 * profile of the browser: a guessed text can then be confirmed, and from one known passage its continuation can be
 * found by trial, since neighbouring grams overlap.
 */
export function createFingerprintKey(secret: Uint8Array): FingerprintKey {
  if (secret.length !== SECRET_BYTES) throw new RangeError(`a secret has ${SECRET_BYTES} bytes`);
  const view = new DataView(secret.buffer, secret.byteOffset, SECRET_BYTES);
  const word = (place: number) => view.getUint32(place * 4, true);
  const base = (place: number, prime: number) =>
    2 + Number(view.getBigUint64(place * 8, true) % BigInt(prime - 3));
  return {
    rounds: expandSpeckKey(Uint32Array.of(word(0), word(1), word(2), word(3))),
    bases: [base(2, PRIMES[0]), base(3, PRIMES[1])],
  };
}

/** `a * b + c` modulo a prime of 26 bits, all of them below it. */
function multiplyAdd(a: number, b: number, c: number, prime: number, inverse: number): number {
  const product = a * b + c;
  const rest = product - Math.floor(product * inverse) * prime;
  if (rest < 0) return rest + prime;
  return rest >= prime ? rest - prime : rest;
}

const power = (base: number, exponent: number, prime: number): number => {
  let result = 1;
  for (let step = 0; step < exponent; step += 1) result = multiplyAdd(result, base, 0, prime, 1 / prime);
  return result;
};

/** Value of every prefix as a polynomial at `base`: the difference of two of them is the rolling hash of a gram. */
function hashPrefixes(units: Uint16Array, base: number, prime: number): Int32Array {
  const inverse = 1 / prime;
  const prefixes = new Int32Array(units.length + 1);
  let hash = 0;
  for (let at = 0; at < units.length; at += 1) {
    hash = multiplyAdd(hash, base, units[at] as number, prime, inverse);
    prefixes[at + 1] = hash;
  }
  return prefixes;
}

/** One gram for each place where one begins. */
export interface Grams {
  /** 32 bits of each, at the place of its first character. */
  readonly hashes: Uint32Array;
  /** Another 32 bits: which gram of a window is stored. Apart from the hash, so that stored hashes are spread evenly. */
  readonly ranks: Uint32Array;
  /** Place in `GRAM_SIZES`, or `NO_GRAM` where the text ends before the gram does. */
  readonly sizes: Uint8Array;
}

export const NO_GRAM = 255;

/**
 * Hashes all grams of a normalised text: a rolling hash (Karp and Rabin 1987) at two secret points modulo two primes,
 * under which two different grams meet with a chance below 2^-42 whatever the text, then encrypted, of which 32 bits
 * are kept.
 */
export function hashGrams(units: Uint16Array, { rounds, bases }: FingerprintKey): Grams {
  const first = hashPrefixes(units, bases[0], PRIMES[0]);
  const second = hashPrefixes(units, bases[1], PRIMES[1]);
  const powers = GRAM_SIZES.map(
    ({ k }) => [power(bases[0], k, PRIMES[0]), power(bases[1], k, PRIMES[1])] as const,
  );
  const [inverse0, inverse1] = [1 / PRIMES[0], 1 / PRIMES[1]];
  const hashes = new Uint32Array(units.length);
  const ranks = new Uint32Array(units.length);
  const sizes = new Uint8Array(units.length).fill(NO_GRAM);
  const block = new Uint32Array(2);

  for (let at = 0; at < units.length; at += 1) {
    const size = gramSizeOf(units[at] as number);
    const end = at + gramSize(size).k;
    if (end > units.length) continue;
    const [power0, power1] = powers[size] as readonly [number, number];
    const x = (first[end] as number) - multiplyAdd(first[at] as number, power0, 0, PRIMES[0], inverse0);
    const y = (second[end] as number) - multiplyAdd(second[at] as number, power1, 0, PRIMES[1], inverse1);
    encryptSpeck(rounds, x < 0 ? x + PRIMES[0] : x, y < 0 ? y + PRIMES[1] : y, block);
    hashes[at] = block[0] as number;
    ranks[at] = block[1] as number;
    sizes[at] = size;
  }
  return { hashes, ranks, sizes };
}
