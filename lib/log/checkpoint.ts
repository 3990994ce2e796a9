import { parseBase64, toBase64 } from './bytes.ts';
import { HASH_SIZE, type Hash } from './hash.ts';
import { checkNote, type Note, type NoteTrust, parseNote, signNote } from './note.ts';
import type { Signer, VerifierKey, VerifySignature } from './verifier-key.ts';

/** The head of a log: how many entries it has and the root over them. */
export interface TreeHead {
  readonly size: number;
  readonly root: Hash;
}

/** A C2SP tlog-checkpoint, taken apart but not yet believed. */
export interface Checkpoint extends TreeHead {
  readonly origin: string;
  readonly note: Note;
}

/** Signs a head in the name of the signer's log. The caller makes sure that it extends all it signed before. */
export function signCheckpoint(head: TreeHead, signer: Signer): Promise<string> {
  return signNote(`${signer.key.name}\n${head.size}\n${toBase64(head.root)}\n`, signer);
}

/** An ASCII decimal without leading zeroes that JavaScript can hold exactly. */
export function parseDecimal(text: string): number | undefined {
  const value = /^(?:0|[1-9][0-9]{0,15})$/u.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Nothing for text that is no checkpoint. Extension lines are accepted and ignored. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const note = parseNote(text);
  if (!note) return undefined;
  const lines = note.text.slice(0, -1).split('\n');
  const [origin = '', size = '', root = ''] = lines;
  const count = parseDecimal(size);
  const hash = parseBase64(root);
  if (lines.length < 3 || lines.includes('') || count === undefined || hash?.length !== HASH_SIZE)
    return undefined;
  return { origin, size: count, root: hash, note };
}

/** Whether the log that holds this key issued the checkpoint. */
export async function checkCheckpoint(
  checkpoint: Checkpoint,
  key: VerifierKey,
  verifySignature: VerifySignature,
): Promise<NoteTrust> {
  return checkpoint.origin === key.name ? checkNote(checkpoint.note, key, verifySignature) : 'foreign-key';
}
