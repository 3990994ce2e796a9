import { type Bytes, parseBase64, readUtf8, toBase64 } from './bytes.ts';
import { type LogValue, parseCanonical } from './canonical.ts';
import { type Checkpoint, checkCheckpoint, parseCheckpoint, parseDecimal } from './checkpoint.ts';
import { HASH_SIZE, type Hash, leafHash } from './hash.ts';
import { isIncluded } from './tree.ts';
import type { VerifierKey, VerifySignature } from './verifier-key.ts';

/** A C2SP tlog-proof, taken apart but not yet believed. */
export interface ProofFile {
  /** Candor puts the canonical bytes of the entry here, so that one file is all a receipt needs. */
  readonly extra: Bytes;
  readonly index: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: Checkpoint;
}

/** What a receipt proved, or why it did not. */
export type ReceiptResult =
  | { readonly ok: true; readonly entry: LogValue; readonly index: number; readonly size: number }
  | { readonly ok: false; readonly code: 'unparsable' | 'foreign-key' | 'bad-signature' | 'not-included' };

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 leaves has no longer path. */
const LONGEST_PROOF = 53;

/** The receipt of one entry: C2SP tlog-proof text, usually saved as `.tlog-proof`. */
export function formatProofFile(
  entry: Uint8Array,
  index: number,
  proof: readonly Hash[],
  checkpoint: string,
): string {
  return [
    FIRST_LINE,
    `extra ${toBase64(entry)}`,
    `index ${index}`,
    ...proof.map(toBase64),
    '',
    checkpoint,
  ].join('\n');
}

/** Nothing for text that is no proof file. */
export function parseProofFile(text: string): ProofFile | undefined {
  const border = text.indexOf('\n\n');
  if (border === -1) return undefined;
  const [first, ...lines] = text.slice(0, border).split('\n');
  const extra = lines[0]?.startsWith('extra ')
    ? parseBase64(lines.shift()?.slice(6) ?? '')
    : new Uint8Array(0);
  const index = lines[0]?.startsWith('index ') ? parseDecimal(lines.shift()?.slice(6) ?? '') : undefined;
  const checkpoint = parseCheckpoint(text.slice(border + 2));
  if (first !== FIRST_LINE || !extra || index === undefined || !checkpoint || lines.length > LONGEST_PROOF) {
    return undefined;
  }
  const proof: Hash[] = [];
  for (const line of lines) {
    const hash = parseBase64(line);
    if (hash?.length !== HASH_SIZE) return undefined;
    proof.push(hash);
  }
  return { extra, index, proof, checkpoint };
}

/** Checks a receipt against the log's key: signature, path, and that the entry inside is a log line of that index. */
export async function verifyReceipt(
  text: string,
  key: VerifierKey,
  verifySignature: VerifySignature,
): Promise<ReceiptResult> {
  const file = parseProofFile(text);
  const entry = file && readEntry(file);
  if (!file || !entry) return { ok: false, code: 'unparsable' };
  const trust = await checkCheckpoint(file.checkpoint, key, verifySignature);
  if (trust !== 'verified') return { ok: false, code: trust };
  const { size, root } = file.checkpoint;
  if (!isIncluded(leafHash(file.extra), file.index, size, file.proof, root))
    return { ok: false, code: 'not-included' };
  return { ok: true, entry, index: file.index, size };
}

function readEntry({ extra, index }: ProofFile): LogValue | undefined {
  let line: string;
  try {
    line = readUtf8(extra);
  } catch {
    return undefined;
  }
  const entry = parseCanonical(line);
  return entry?.index === index ? entry : undefined;
}
