import type { Digest } from '../manifest.ts';
import { type OnBytes, readPieces, type SourceFile } from '../source-file.ts';
import type { Verification } from '../verification.ts';
import type { VerifierKey, VerifySignature } from '../verifier-key.ts';
import { verifyExport } from '../verify.ts';
import { lineAt, textOf } from '../whole-lines.ts';
import { LineIndex, type OpenedPost } from './line-index.ts';
import type { Marks } from './read-block.ts';

export interface OpenOptions {
  readonly verifySignature: VerifySignature;
  readonly digest?: Digest | undefined;
  readonly marks: Marks;
  /** As for `verifyExport`; the file has to hold against each. */
  readonly knownCheckpoints?: readonly string[];
  readonly knownKey?: VerifierKey | undefined;
}

export interface Opened {
  readonly posts: readonly OpenedPost[];
  /** Entries that this Candor cannot read. */
  readonly unreadable: number;
}

/** The lines of a file, noted in the index as they pass. */
async function* indexLines(file: SourceFile, index: LineIndex, onBytes: OnBytes) {
  for await (const { at, lines } of readPieces(file, onBytes)) {
    for (const [line, end] of lines.ends.entries())
      index.add(textOf(lineAt(lines, line)), at + (lines.ends[line - 1] ?? 0), at + end - 1);
    yield lines;
  }
}

/** The lines once, and whether `onBytes` ended them. */
function passOver(file: SourceFile, index: LineIndex, onBytes: OnBytes | undefined) {
  let isStopped = false;
  const lines = indexLines(file, index, (done, size) => {
    isStopped = onBytes?.(done, size) === false;
    return !isStopped;
  });
  return { lines, isStopped: () => isStopped };
}

/**
 * Verifies an export and learns where in it each post is, in one pass for each checkpoint to hold it against. Nothing
 * if `onBytes` stopped it. `hidden`: an earlier checkpoint that the file neither fits nor contradicts, by number of entries.
 */
export async function openExport(
  file: SourceFile,
  { marks, knownCheckpoints = [], knownKey, verifySignature, digest }: OpenOptions,
  onBytes?: OnBytes,
): Promise<{ result: Verification; opened: Opened; hidden: number | undefined } | undefined> {
  let hidden: number | undefined;
  let held: { result: Verification; opened: Opened } | undefined;
  for (const knownCheckpoint of knownCheckpoints.length > 0
    ? [...knownCheckpoints, undefined]
    : [undefined]) {
    // The last pass, against nothing, is needed only where no checkpoint could be compared.
    if (knownCheckpoint === undefined && held) break;
    const index = new LineIndex(marks);
    const { lines, isStopped } = passOver(file, index, onBytes);
    const result = await verifyExport(lines, {
      verifySignature,
      digest,
      ...(knownKey && { knownKey }),
      ...(knownCheckpoint !== undefined && { knownCheckpoint }),
    });
    if (isStopped()) return undefined;
    if (!result.ok && result.code === 'known-omitted') {
      hidden = result.index;
      continue;
    }
    held = { result, opened: { posts: index.finish(), unreadable: index.unreadable } };
    if (!result.ok) break;
  }
  return held && { ...held, hidden };
}

/** Learns the same without proving anything: for a person who wants to look at what failed. */
export async function openUnverified(
  file: SourceFile,
  marks: Marks,
  onBytes?: OnBytes,
): Promise<Opened | undefined> {
  const index = new LineIndex(marks);
  const { lines, isStopped } = passOver(file, index, onBytes);
  for await (const _ of lines) if (isStopped()) break;
  return isStopped() ? undefined : { posts: index.finish(), unreadable: index.unreadable };
}
