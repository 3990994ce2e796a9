import { gramSize } from './gram-size.ts';
import { createFingerprintKey, type FingerprintKey, type Grams, hashGrams, NO_GRAM } from './hash-grams.ts';
import { normalise } from './normalise.ts';

export { createFingerprintKey, type FingerprintKey };

/** What is stored of a text. */
export interface Fingerprints {
  readonly hashes: Uint32Array;
  /** Where the first character of each stands in the normalised text, ascending. */
  readonly positions: Uint32Array;
  /** UTF-16 code units of the normalised text. */
  readonly length: number;
}

/** Of one hash in one text: text that repeats itself would fill the index with one value. */
const MOST_OF_ONE = 8;

/**
 * Robust winnowing (Schleimer, Wilkerson, Aiken: "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD
 * 2003): of each window of w grams the one of lowest rank; on a tie the one chosen before while it is in the window,
 * else the rightmost. Any passage of w + k - 1 characters that two texts share leaves both the same fingerprint; what
 * is chosen depends on nothing outside its window. Windows end where the size of the grams changes; a stretch shorter
 * than a window has one fingerprint.
 */
function* winnow({ ranks, sizes }: Grams): Generator<number> {
  let start = 0;
  while (start < sizes.length) {
    const size = sizes[start] as number;
    if (size === NO_GRAM) {
      start += 1;
      continue;
    }
    let end = start + 1;
    while (end < sizes.length && sizes[end] === size) end += 1;
    const w = Math.min(gramSize(size).w, end - start);

    let chosen = -1;
    for (let last = start + w - 1; last < end; last += 1) {
      if (chosen > last - w) {
        if ((ranks[last] as number) >= (ranks[chosen] as number)) continue;
        chosen = last;
      } else {
        chosen = last;
        for (let at = last - 1; at > last - w; at -= 1) {
          if ((ranks[at] as number) < (ranks[chosen] as number)) chosen = at;
        }
      }
      yield chosen;
    }
    start = end;
  }
}

/** Fingerprints of a text, which are what is stored of it. None for a text shorter than one gram. */
export function fingerprint(text: string, key: FingerprintKey): Fingerprints {
  const { units } = normalise(text);
  const grams = hashGrams(units, key);
  const counts = new Map<number, number>();
  const positions: number[] = [];
  for (const position of winnow(grams)) {
    const hash = grams.hashes[position] as number;
    const count = counts.get(hash) ?? 0;
    if (count === MOST_OF_ONE) continue;
    counts.set(hash, count + 1);
    positions.push(position);
  }
  return {
    hashes: Uint32Array.from(positions, (position) => grams.hashes[position] as number),
    positions: Uint32Array.from(positions),
    length: units.length,
  };
}
