/** What came of an export that was to be witnessed. `code`: message key `verify_<code>`; `index` counts entries from 0. */
export type WitnessAnswer =
  /** `before`: entries of that log seen the last time. */
  | { ok: true; size: number; before: number | undefined; key: string }
  | { ok: false; code: string; index?: number };

/** Every call may reject. */
export interface WitnessPorts {
  /** Checks an export against what was last seen of its log, signs its checkpoint and hands it to the person. */
  sign(file: File): Promise<WitnessAnswer>;
}
