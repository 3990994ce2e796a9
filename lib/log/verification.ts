import type { Tampering } from './tampering.ts';

/**
 * Everything that can be wrong with an exported log.
 *
 * - `unparsable`: line `line` is not what the format allows there.
 * - `newer-format`: written by a newer Candor.
 * - `edited`, `deleted`, `swapped`, `forged`, `previous-mismatch`: first bad entry `index`.
 * - `private-mismatch`: name, address or reason beside entry `index` are not those it commits to.
 * - `content-mismatch`: a text beside entry `index` is not the one it commits to.
 * - `recomputed`: the chain holds, but these are not the entries that were signed. `index`: the first that may differ.
 * - `tail-cut`: entries from `index` on are missing, by the file's own checkpoint.
 * - `rolled-back`: entries from `index` on are missing, by the known checkpoint.
 * - `damaged`: everything is proved, but the lines from `line` on are not those that the manifest counts.
 * - `known-omitted`: nothing is wrong; but the known checkpoint, of `index` entries, lies among entries that the file leaves out.
 * - `unsigned`: no checkpoint at the end.
 * - `bad-signature`: the file's checkpoint is not signed by the key it names.
 * - `foreign-key`: the file's or the known checkpoint belongs to another log.
 * - `not-witnessed`: the known checkpoint, or without one the file's own, is not signed by the known witness.
 * - `bad-known-checkpoint`: the known checkpoint is no checkpoint, or its signature is bad.
 */
export type VerifyCode =
  | Tampering
  | 'unparsable'
  | 'newer-format'
  | 'private-mismatch'
  | 'content-mismatch'
  | 'recomputed'
  | 'tail-cut'
  | 'rolled-back'
  | 'damaged'
  | 'known-omitted'
  | 'unsigned'
  | 'bad-signature'
  | 'foreign-key'
  | 'not-witnessed'
  | 'bad-known-checkpoint';

export interface VerifyFailure {
  readonly ok: false;
  readonly code: VerifyCode;
  /** Entry index, from 0. */
  readonly index?: number;
  /** Line of the file, from 1. */
  readonly line?: number;
}

export interface VerifySuccess {
  readonly ok: true;
  readonly size: number;
  /** Entries that are in the file; it proves that the others exist. */
  readonly shown: number;
  /** Base64. */
  readonly root: string;
  /** Times of the first and the last entry; missing in an empty log. */
  readonly first?: number;
  readonly last?: number;
  /** Of the key that signed: compare with what the log's owner gave you. */
  readonly fingerprint: string;
  /** Texts that were present and matched. */
  readonly texts: number;
  /** Names of this export that stand for persons. Nothing vouches for them. */
  readonly aliases: number;
  /** Beginnings of texts in place of the texts. Nothing vouches for them. */
  readonly excerpts: number;
  /** Entries whose time lies before that of their predecessor. The clock was set back; no fault. */
  readonly timeWentBack: number;
  /** Whether the key was given, rather than named by the file alone. */
  readonly isKeyKnown: boolean;
  /** When the known witness signed, milliseconds since 1970. */
  readonly witnessed?: number;
  /** Size of the known checkpoint that this log extends. */
  readonly extends?: number;
}

export type Verification = VerifySuccess | VerifyFailure;

export const fail = (code: VerifyCode, where: { index?: number; line?: number } = {}): VerifyFailure => ({
  ok: false,
  code,
  ...where,
});
