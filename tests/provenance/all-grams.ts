import { type FingerprintKey, hashGrams, NO_GRAM } from '#lib/provenance/hash-grams.ts';
import { normalise } from '#lib/provenance/normalise.ts';

/** Hashes of all grams of a text, each once. */
export function allGrams(text: string, key: FingerprintKey): Uint32Array {
  const { hashes, sizes } = hashGrams(normalise(text).units, key);
  return Uint32Array.from(new Set(hashes.filter((_, at) => sizes[at] !== NO_GRAM)));
}
