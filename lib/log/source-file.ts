import { type Bytes, concatBytes, readUtf8 } from './bytes.ts';

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
const LONGEST_LINE = 16_000_000;
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

function* splitBytes(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
  yield bytes.subarray(start);
}

/** Lines whose last one has no line feed. One that is not UTF-8 comes out empty, which no format here allows. */
export const decodeLines = (bytes: Uint8Array): string[] =>
  decode(bytes)?.split('\n') ?? [...splitBytes(bytes)].map((line) => decode(line) ?? '');

/** Whole lines, without the line feed of the last, and where in the file they begin. */
export interface Lines {
  readonly at: number;
  readonly bytes: Bytes;
}

/** Lines of a file, as many at a time as a piece holds; a line that is too long is empty, and the last. Only U+000A ends one. */
export async function* readPieces(file: SourceFile, onBytes?: OnBytes): AsyncGenerator<Lines> {
  let pending: Bytes[] = [];
  let size = 0;
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = await file.read(at, at + PIECE);
    const end = piece.lastIndexOf(LINE_FEED);
    if (end !== -1) {
      yield { at: at - size, bytes: concatBytes(...pending, piece.subarray(0, end)) };
      pending = [];
      size = 0;
    }
    pending.push(piece.slice(end + 1));
    size += piece.length - end - 1;
    if (size > LONGEST_LINE) {
      yield { at: at + PIECE - size, bytes: new Uint8Array(0) };
      return;
    }
    if (onBytes?.(Math.min(at + PIECE, file.size), file.size) === false) return;
  }
  if (size > 0) yield { at: file.size - size, bytes: concatBytes(...pending) };
}

/** Those lines as text, without line feeds. */
export async function* readLines(file: SourceFile, onBytes?: OnBytes): AsyncGenerator<readonly string[]> {
  for await (const { bytes } of readPieces(file, onBytes)) yield decodeLines(bytes);
}

/** Where each line begins; lines as `readPieces` gives them. */
export function* startsOf({ at, bytes }: Lines): Generator<number> {
  yield at;
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, end + 1))
    yield at + end + 1;
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
