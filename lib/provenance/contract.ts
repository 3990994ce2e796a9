import type { Span } from '../model/decision.ts';

/** One place of one stored generation that has a certain fingerprint. */
export interface Posting {
  /** Generation id. */
  readonly generation: number;
  /** Where the fingerprint's first character stands in the normalised text of the generation. */
  readonly position: number;
}

/** What the matcher must know about a generation that shares something with a draft. */
export interface KnownGeneration {
  readonly id: number;
  /** Length of its normalised text. */
  readonly length: number;
}

/**
 * Where fingerprints are looked up. Implemented by the store (IndexedDB) and, for tests and the command line, in
 * memory. Rejects with a `ProvenanceError` where an answer would not be certain: never an empty answer instead.
 */
export interface FingerprintIndex {
  /** Postings of those of the hashes that somebody stored, in any order; duplicates in `hashes` are allowed. */
  findPostings(hashes: Uint32Array): Promise<ReadonlyMap<number, readonly Posting[]>>;
  findGenerations(ids: readonly number[]): Promise<readonly KnownGeneration[]>;
  /** Those of the hashes that stand in a prompt of the person's (`fingerprintPrompts`): words of one's own are no evidence. */
  findOwn(hashes: Uint32Array): Promise<ReadonlySet<number>>;
}

/** What a draft shares with one generation. */
export interface Match {
  readonly generation: number;
  /** Where in the draft, exact UTF-16 ranges, in order, not overlapping with each other nor with those of other matches. */
  readonly spans: readonly Span[];
  /** Share of the draft's text that the spans cover, quotations left out if so wished, in thousandths. */
  readonly share: number;
  /** Share of the generation that is in the draft, in thousandths. */
  readonly kept: number;
}

/** What a draft shares with all generations. */
export interface Provenance {
  /** Those with the larger share first. */
  readonly matches: readonly Match[];
  /** Share of the draft's text that is in any of them, in thousandths. */
  readonly share: number;
  /** The longest passage without a break, in letters; a character of Chinese or Japanese counts as 2.4. */
  readonly longest: number;
}
