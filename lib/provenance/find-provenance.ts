import type { FingerprintIndex, Provenance } from './contract.ts';
import { readDraftText } from './draft-text.ts';
import { findPassages } from './find-passages.ts';
import type { FingerprintKey } from './hash-grams.ts';
import type { NormaliseOptions } from './normalise.ts';
import { readMatches } from './read-matches.ts';

/**
 * Finds which passages of a draft stand in a known generation, however small their share: `proposeRole` says whether
 * it is worth a question. `texts`: the parts of the draft; of very long ones the first million characters are looked
 * at. Rejects where the index does.
 */
export async function findProvenance(
  texts: readonly string[],
  index: FingerprintIndex,
  key: FingerprintKey,
  options: NormaliseOptions,
): Promise<Provenance> {
  const draft = readDraftText(texts, key, options);
  const { runs, lengths } = await findPassages(draft, index);
  return readMatches(draft, runs, lengths);
}
