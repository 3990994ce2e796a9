import type { Captured, Generation } from '#lib/model/generation.ts';
import type { FingerprintIndex } from '../contract.ts';
import type { Fingerprints } from '../fingerprint.ts';

/** What is known of a captured generation besides its text. */
export type Capture = Omit<Generation, 'id' | 'time'> & { readonly captured: Captured };

/** A text to keep for a while. */
export interface KeptText {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface Remembered {
  readonly id: number;
  /** False where the same answer, or one that holds it, was known already. */
  readonly isNew: boolean;
}

export interface SourceOverview {
  readonly source: string;
  readonly sourceName: string;
  readonly generations: number;
  /** Times of capture, milliseconds since 1970. */
  readonly newest: number;
  readonly oldest: number;
  /** When the newest is forgotten, if it is not captured again. */
  readonly expiresAt: number;
  /** On disk, estimated. */
  readonly bytes: number;
}

export interface Overview {
  readonly sources: readonly SourceOverview[];
  readonly generations: number;
  readonly fingerprints: number;
  readonly bytes: number;
}

/**
 * Remembered generations. Used by the background only. All rejections that are no faults of the code are
 * `ProvenanceError`.
 */
export interface GenerationStore extends FingerprintIndex {
  /** The key of the fingerprints. Never exported, shown or logged. Made anew only after everything was forgotten. */
  readSecret(): Promise<Uint8Array>;
  /**
   * Nothing where the text is too short to have fingerprints. The same answer captured again is the same generation,
   * with the time of now and the stronger way of capture; likewise a part of one of the newest answers of the same
   * conversation. An answer that has grown takes the place of the shorter one. `ownHashes`: `fingerprintPrompts` of the
   * prompts.
   */
  remember(
    capture: Capture,
    fingerprints: Fingerprints,
    ownHashes: Uint32Array,
    kept?: KeptText,
  ): Promise<Remembered | undefined>;
  /** Those of the ids that are known, in any order. */
  findFacts(ids: readonly number[]): Promise<readonly Generation[]>;
  /** Those of the ids whose text `findText` would give, in any order. */
  findTextIds(ids: readonly number[]): Promise<readonly number[]>;
  /** The text of a generation where it was to be kept and its time has not come. */
  findText(id: number): Promise<string | undefined>;
  /** All of a source, or everything there is; gives how many. Heals a database that cannot be read: it is made anew. */
  forget(selection: { readonly source: string } | 'all'): Promise<number>;
  /** Forgets what was captured longer ago; gives how many. */
  expire(retentionDays: number): Promise<number>;
  /** Erases kept texts whose time has come; gives how many. */
  forgetExpiredTexts(): Promise<number>;
  overview(retentionDays: number): Promise<Overview>;
  /** Brings the index up to date where that is worth while. Happens by itself after some quiet. */
  tidy(): Promise<void>;
  /** After what is under way. */
  close(): Promise<void>;
}

export interface GenerationStoreOptions {
  /** Name of the database. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>;
  /** Milliseconds without a call after which the index is brought up to date. */
  readonly quiet?: number;
  /** What is kept at most. */
  readonly limits?: { readonly generations: number; readonly fingerprints: number };
}
