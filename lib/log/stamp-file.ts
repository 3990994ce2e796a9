import { type Bytes, parseBase64, toBase64, utf8 } from './bytes.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { plainHash } from './hash.ts';

/** A checkpoint and what an authority said of it, taken apart but not yet believed. */
export interface StampFile {
  /** RFC 3161 `TimeStampResp` in DER, as the authority sent it. */
  readonly answer: Bytes;
  /** Text of the checkpoint. */
  readonly note: string;
  readonly checkpoint: Checkpoint;
  /** SHA-256 of that text, which is what was stamped. */
  readonly digest: Bytes;
}

export const STAMP_START = 'candor-time-stamp@v1';

export const stampDigest = (note: string): Bytes => plainHash(utf8(note));

export const formatStampFile = (answer: Bytes, note: string): string =>
  [STAMP_START, toBase64(answer), '', note].join('\n');

/** Nothing for text that is no such file. */
export function parseStampFile(text: string): StampFile | undefined {
  const border = text.indexOf('\n\n');
  const [start, encoded = '', ...more] = text.slice(0, Math.max(0, border)).split('\n');
  const answer = parseBase64(encoded);
  const note = text.slice(border + 2);
  const checkpoint = parseCheckpoint(note);
  if (start !== STAMP_START || !answer || more.length > 0 || !checkpoint) return undefined;
  return { answer, note, checkpoint, digest: stampDigest(note) };
}
