import { type Bytes, parseBase64, toBase64 } from './bytes.ts';
import { type Checkpoint, parseCheckpoint, parseDecimal } from './checkpoint.ts';
import { HASH_SIZE, type Hash } from './hash.ts';

/** A C2SP tlog-proof, taken apart but not yet believed. */
export interface ProofFile {
  /** What the application adds; nothing vouches for it. A receipt keeps its lines here. */
  readonly extra: Bytes;
  readonly index: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: Checkpoint;
}

export const PROOF_START = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 leaves has no longer path. */
const LONGEST_PROOF = 53;

/** C2SP tlog-proof text, usually saved as `.tlog-proof`. */
export function formatProofFile(
  extra: Uint8Array,
  index: number,
  proof: readonly Hash[],
  checkpoint: string,
): string {
  return [
    PROOF_START,
    `extra ${toBase64(extra)}`,
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
  if (first !== PROOF_START || !extra || index === undefined || !checkpoint || lines.length > LONGEST_PROOF) {
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
