import { type Bytes, concatBytes, readUtf8 } from './bytes.ts';
import { splitLines, type WholeLines } from './whole-lines.ts';

/** A file to be checked, wherever it lies: read in pieces, never as a whole. */
export interface SourceFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The bytes from `from`, up to and without `to`; fewer at the end of the file. */
  read(from: number, to: number): Promise<Bytes>;
}

/** Told how many bytes of the file are behind; `false` ends the reading. */
export type OnBytes = (done: number, size: number) => unknown;

/** The longest line an export can hold is a text of a million characters; anything beyond is not one. */
export const LONGEST_LINE = 16_000_000;
/** About a hundredth of a second of verification: a page that waits for each piece stays responsive. */
const PIECE = 1 << 18;
const LINE_FEED = 0x0a;

function decode(bytes: Uint8Array): string | undefined {
  try {
    return readUtf8(bytes);
  } catch {
    return undefined;
  }
}

/** Whole lines, and where in the file they begin. */
export interface Piece {
  readonly at: number;
  readonly lines: WholeLines;
}

/**
 * Lines of a file, as many at a time as a piece holds. Only U+000A ends a line; a last one without gets it. One that is
 * too long is empty, and the last.
 */
export async function* readPieces(file: SourceFile, onBytes?: OnBytes): AsyncGenerator<Piece> {
  let pending: Bytes[] = [];
  let size = 0;
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = await file.read(at, at + PIECE);
    const end = piece.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      const whole = piece.subarray(0, end);
      const bytes = pending.length === 0 ? whole : concatBytes(...pending, whole);
      yield { at: at - size, lines: splitLines(bytes) };
      pending = [];
      size = 0;
    }
    if (end < piece.length) pending.push(piece.subarray(end));
    size += piece.length - end;
    if (size > LONGEST_LINE) {
      yield { at: at + PIECE - size, lines: splitLines(Uint8Array.of(LINE_FEED)) };
      return;
    }
    if (onBytes?.(Math.min(at + PIECE, file.size), file.size) === false) return;
  }
  if (size > 0)
    yield { at: file.size - size, lines: splitLines(concatBytes(...pending, Uint8Array.of(LINE_FEED))) };
}

/** The bytes of a file, some at a time. */
export async function* readBytes(file: SourceFile, onBytes?: OnBytes): AsyncGenerator<Bytes> {
  for (let at = 0; at < file.size; at += PIECE) {
    yield await file.read(at, at + PIECE);
    if (onBytes?.(Math.min(at + PIECE, file.size), file.size) === false) return;
  }
}

/** The lines alone. */
export async function* readLines(file: SourceFile, onBytes?: OnBytes): AsyncGenerator<WholeLines> {
  for await (const { lines } of readPieces(file, onBytes)) yield lines;
}

/** The last line, its line feed left out; empty for one that is too long or not UTF-8. */
export async function readLastLine(file: SourceFile, longest: number): Promise<string> {
  const tail = await file.read(Math.max(0, file.size - longest), file.size);
  const end = tail.at(-1) === LINE_FEED ? tail.length - 1 : tail.length;
  return decode(tail.subarray(tail.lastIndexOf(LINE_FEED, end - 1) + 1, end)) ?? '';
}

/** The beginning of a file as text; empty where it is not UTF-8. A character cut at the end does not count. */
export const readStart = async (file: SourceFile, length: number): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.read(0, length)).replace(/\uFFFD$/u, '');

/** The whole of a file that may be at most so long; nothing for a longer one, or one that is not UTF-8. */
export const readWhole = async (file: SourceFile, longest: number): Promise<string | undefined> =>
  file.size > longest ? undefined : decode(await file.read(0, file.size));
