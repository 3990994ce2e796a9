import type { FingerprintIndex } from './contract.ts';
import type { DraftText } from './draft-text.ts';
import { findRuns, type Run } from './find-runs.ts';
import { NO_GRAM } from './hash-grams.ts';
import { findOwnUnits } from './own-words.ts';
import { shareOut } from './share-out.ts';
import { widen } from './widen.ts';

/** What stands in known generations. */
export interface Passages {
  /** In order, without overlap. */
  readonly runs: readonly Run[];
  /** Of the normalised text of each generation. */
  readonly lengths: ReadonlyMap<number, number>;
}

const NONE: Passages = { runs: [], lengths: new Map() };

/** Each once, in order. */
const distinct = (hashes: Uint32Array): Uint32Array =>
  hashes.sort().filter((hash, at, all) => at === 0 || hash !== all[at - 1]);

/** Passages that came from a generation, and not from the person's own prompts. Rejects where the index does. */
export async function findPassages(draft: DraftText, index: FingerprintIndex): Promise<Passages> {
  const { hashes, sizes } = draft.grams;
  const wanted = distinct(hashes.filter((_, at) => sizes[at] !== NO_GRAM));
  if (wanted.length === 0) return NONE;
  const found = await index.findPostings(wanted);
  if (found.size === 0) return NONE;
  const candidates = findRuns(draft, found);
  if (candidates.length === 0) return NONE;

  const known = await index.findGenerations([...new Set(candidates.map(({ generation }) => generation))]);
  const lengths = new Map(known.map(({ id, length }) => [id, length]));
  const isOwn = findOwnUnits(draft, await index.findOwn(wanted));
  const remembered = candidates.filter(({ generation }) => lengths.has(generation));
  return { runs: widen(draft, shareOut(draft, remembered, isOwn), isOwn, lengths), lengths };
}
