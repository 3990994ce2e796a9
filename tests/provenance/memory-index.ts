import type { FingerprintIndex, KnownGeneration, Posting } from '#lib/provenance/contract.ts';
import { type FingerprintKey, fingerprint } from '#lib/provenance/fingerprint.ts';
import { fingerprintPrompts } from '#lib/provenance/fingerprint-prompts.ts';

/** Generations in memory, under ids in the order in which they were added, from 1. */
export interface MemoryIndex extends FingerprintIndex {
  /** Gives the id. */
  add(answer: string, ...prompts: readonly string[]): Promise<number>;
}

export function createMemoryIndex(key: FingerprintKey): MemoryIndex {
  const postings = new Map<number, Posting[]>();
  const generations = new Map<number, KnownGeneration>();
  const own = new Set<number>();

  const index: MemoryIndex = {
    async add(answer, ...prompts) {
      const words = await fingerprintPrompts(prompts, index, key);
      const id = generations.size + 1;
      const { hashes, positions, length } = fingerprint(answer, key);
      generations.set(id, { id, length });
      hashes.forEach((hash, at) => {
        const known = postings.get(hash) ?? [];
        known.push({ generation: id, position: positions[at] ?? 0 });
        postings.set(hash, known);
      });
      for (const hash of words) own.add(hash);
      return id;
    },

    async findPostings(hashes) {
      const found = new Map<number, readonly Posting[]>();
      for (const hash of hashes) {
        const known = postings.get(hash);
        if (known) found.set(hash, known);
      }
      return found;
    },

    findGenerations: async (ids) =>
      ids.map((id) => generations.get(id)).filter((generation) => generation !== undefined),

    findOwn: async (hashes) => new Set(hashes.filter((hash) => own.has(hash))),
  };
  return index;
}
