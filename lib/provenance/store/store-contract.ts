import type { Captured, Generation } from '#lib/model/generation.ts';
import type { RecognisedBy, ShownPicture } from '#lib/model/picture.ts';
import type { FingerprintIndex } from '../contract.ts';
import type { Fingerprints } from '../fingerprint.ts';
import type { MarkStore } from './memory-mark.ts';

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

/** A picture that a tool made, with what is known of it. */
export interface PictureCapture extends Pick<Capture, 'source' | 'sourceName' | 'model' | 'conversation'> {
  readonly picture: ShownPicture;
}

/** A remembered picture that another one was recognised as. */
export interface KnownPicture extends Omit<PictureCapture, 'picture'> {
  /** When it was met last, milliseconds since 1970. */
  readonly time: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Keyed digest of its pixels, else of its address, hex. */
  readonly digest: string;
  readonly by: RecognisedBy;
}

export interface SourceOverview {
  readonly source: string;
  readonly sourceName: string;
  readonly generations: number;
  readonly pictures: number;
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
  readonly pictures: number;
  readonly fingerprints: number;
  readonly bytes: number;
}

/** A database was there and is gone, with all that was in it. */
export interface Loss {
  /** About how many. */
  readonly generations: number;
  /** When the newest of them would have been forgotten anyway. */
  readonly until: number;
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
  /**
   * False where neither address nor pixels say anything. The same picture of the same source met again is the same one,
   * with the time of now.
   */
  rememberPicture(capture: PictureCapture): Promise<boolean>;
  /** For each picture what it was recognised as, of those met at `since` (milliseconds since 1970) or later. */
  findPictures(shown: readonly ShownPicture[], since: number): Promise<readonly (KnownPicture | undefined)[]>;
  /** All of a source, or everything there is; gives how many answers and pictures. Heals a database that cannot be read: it is made anew. */
  forget(selection: { readonly source: string } | 'all'): Promise<number>;
  /** Forgets what was captured longer ago; gives how many answers and pictures. */
  expire(retentionDays: number): Promise<number>;
  /** Erases kept texts whose time has come; gives how many. */
  forgetExpiredTexts(): Promise<number>;
  overview(retentionDays: number): Promise<Overview>;
  /**
   * What was lost with its database, while it would not have been forgotten anyway and the person has not accepted it.
   * A look-up that finds nothing means nothing until then.
   */
  findLoss(retentionDays: number): Promise<Loss | undefined>;
  acceptLoss(): Promise<void>;
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
  /** Where a lost database is noticed by; missing: it is not. */
  readonly mark?: MarkStore;
  /** What is kept at most. */
  readonly limits?: {
    readonly generations?: number;
    readonly fingerprints?: number;
    readonly pictures?: number;
  };
}
