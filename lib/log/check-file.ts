import type { Certificate } from './certificate.ts';
import { checkStampFile, type StampFileResult } from './check-stamp.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { parseWitnessKey } from './cosignature.ts';
import { HEADER_START, parseCheckpointLine } from './export-lines.ts';
import type { Digest } from './manifest.ts';
import { PROOF_START, parseProofFile } from './proof-file.ts';
import { type ReceiptResult, verifyReceipt } from './receipt.ts';
import {
  type OnBytes,
  readLastLine,
  readLines,
  readStart,
  readWhole,
  type SourceFile,
} from './source-file.ts';
import { parseStampFile, STAMP_START } from './stamp-file.ts';
import type { Verification } from './verification.ts';
import { parseVerifierKey, type VerifierKey, type VerifySignature } from './verifier-key.ts';
import { verifyExport } from './verify.ts';

/** `checkpoint` and `key` prove nothing by themselves; they are what something else is checked against. */
export type FileKind = 'export' | 'receipt' | 'stamp' | 'checkpoint' | 'key' | 'unknown';

/** What was kept from earlier, outside the log, or told by its owner. */
export interface Kept {
  /** Checkpoint text. */
  readonly knownCheckpoint?: string;
  readonly knownKey?: VerifierKey;
  readonly knownWitness?: VerifierKey;
  /** Text of the time stamp that the known checkpoint was taken from. */
  readonly knownStamp?: string;
  /** Certificate of the time stamping authority, or of one above it. */
  readonly knownAuthority?: Certificate;
}

interface CheckOptions extends Kept {
  readonly verifySignature: VerifySignature;
  readonly digest?: Digest | undefined;
  /** For time stamps, whose keys are of many kinds. */
  readonly subtle?: SubtleCrypto | undefined;
}

/** `stamp`: of the checkpoint that the file was checked against, where it came with one. */
export type FileReport =
  | { readonly kind: 'export'; readonly result: Verification; readonly stamp?: StampFileResult }
  | { readonly kind: 'receipt'; readonly result: ReceiptResult; readonly stamp?: StampFileResult }
  | { readonly kind: 'stamp'; readonly result: StampFileResult }
  | { readonly kind: Exclude<FileKind, 'export' | 'receipt' | 'stamp'> };

/** Longer than any checkpoint, and than the line of an export that holds one. Bytes. */
const LONGEST_NOTE = 400_000;
/** A receipt with all texts of an entry that holds as much as an entry may. Bytes. */
const LONGEST_RECEIPT = 100_000_000;

/** What a file is, by how it begins. */
export async function recogniseFile(file: SourceFile): Promise<FileKind> {
  const start = await readStart(file, PROOF_START.length);
  if (start.startsWith(HEADER_START)) return 'export';
  if (start === PROOF_START) return 'receipt';
  if (start.startsWith(STAMP_START)) return 'stamp';
  const text = (await readWhole(file, LONGEST_NOTE)) ?? '';
  if (parseKey(text)) return 'key';
  return parseCheckpoint(text) ? 'checkpoint' : 'unknown';
}

/** Takes a file as something that was kept: a key, a checkpoint, or the checkpoint of an earlier export or receipt. */
export async function readKept(file: SourceFile): Promise<Kept | undefined> {
  const kind = await recogniseFile(file);
  if (kind === 'export') {
    const line = await readLastLine(file, LONGEST_NOTE);
    // An export that was cut has none: an empty checkpoint is one that cannot be trusted.
    return { knownCheckpoint: parseCheckpointLine(line) ?? '' };
  }
  if (kind === 'unknown') return undefined;
  const text = (await readWhole(file, LONGEST_RECEIPT)) ?? '';
  if (kind === 'receipt') return { knownCheckpoint: noteOf(text) };
  if (kind === 'stamp') return { knownCheckpoint: parseStampFile(text)?.note ?? '', knownStamp: text };
  return parseKey(text) ?? { knownCheckpoint: text };
}

/** The key of a log or of a witness, white space around it left out. */
export function parseKey(text: string): Kept | undefined {
  const knownKey = parseVerifierKey(text.trim());
  if (knownKey) return { knownKey };
  const knownWitness = parseWitnessKey(text.trim());
  return knownWitness && { knownWitness };
}

/** The checkpoint at the end of a receipt. */
const noteOf = (receipt: string): string =>
  parseProofFile(receipt) ? receipt.slice(receipt.indexOf('\n\n') + 2) : '';

/** Checks one file against what was kept. Nothing if `onBytes` stopped it. Rejects only where the file cannot be read. */
export async function checkFile(
  file: SourceFile,
  kept: CheckOptions,
  onBytes?: OnBytes,
): Promise<FileReport | undefined> {
  const kind = await recogniseFile(file);
  if (kind === 'stamp')
    return { kind, result: await checkStampFile((await readWhole(file, LONGEST_NOTE)) ?? '', kept) };
  const stamp = kept.knownStamp !== undefined && {
    stamp: await checkStampFile(kept.knownStamp, kept),
  };
  if (kind === 'receipt') {
    const text = (await readWhole(file, LONGEST_RECEIPT)) ?? '';
    return { kind, result: await verifyReceipt(text, kept), ...stamp };
  }
  // What nobody knows may be an export whose beginning was changed: the verifier says at which line it ends.
  if (kind !== 'export' && !(kind === 'unknown' && /\.jsonl?$/iu.test(file.name))) return { kind };
  let isStopped = false;
  const lines = readLines(file, (done, size) => {
    isStopped = onBytes?.(done, size) === false;
    return !isStopped;
  });
  const result = await verifyExport(lines, kept);
  return isStopped ? undefined : { kind: 'export', result, ...stamp };
}
