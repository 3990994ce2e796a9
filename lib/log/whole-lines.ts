import { type Bytes, isUtf8, readUtf8, utf8 } from './bytes.ts';

/** Lines of an export as they stand in the file, one after the other, each with its line feed. */
export interface WholeLines {
  readonly bytes: Bytes;
  /** Where each line ends, behind its line feed. */
  readonly ends: readonly number[];
}

const LINE_FEED = 0x0a;
/** Bytes that are copied faster one by one than by a call. */
const SHORT = 64;
const NOTHING = new Uint8Array(0);

/** Bytes that end in a line feed as lines. */
export function splitLines(bytes: Bytes): WholeLines {
  const ends: number[] = [];
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, end + 1))
    ends.push(end + 1);
  return { bytes, ends };
}

/** The bytes of one line, without its line feed. */
export const lineAt = ({ bytes, ends }: WholeLines, at: number): Bytes =>
  bytes.subarray(at === 0 ? 0 : ends[at - 1], (ends[at] as number) - 1);

/** A line as text; empty, which no format here allows, where it is none. */
export const textOf = (line: Bytes): string => (isUtf8(line) ? readUtf8(line) : '');

/** Lines without line feeds. What is no text comes out empty, which no format here allows. */
export function joinLines(lines: Iterable<string>): WholeLines {
  const writer = new LineWriter();
  for (const line of lines) {
    writer.bytes(line.isWellFormed() ? utf8(line) : NOTHING);
    writer.end();
  }
  return writer.take();
}

/** Writes lines into one buffer: bytes that are to stay as they are never become text. */
export class LineWriter {
  #buffer: Bytes = new Uint8Array(1 << 16);
  #length = 0;
  #ends: number[] = [];
  readonly #encoder = new TextEncoder();

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** `bytes` of a part of others. */
  range(source: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from);
    if (to - from > SHORT) this.#buffer.set(source.subarray(from, to), this.#length);
    else for (let at = from; at < to; at += 1) this.#buffer[this.#length + at - from] = source[at] as number;
    this.#length += to - from;
  }

  /** `text` of what has no characters beyond ASCII. */
  ascii(text: string): void {
    this.#reserve(text.length);
    for (let at = 0; at < text.length; at += 1) this.#buffer[this.#length + at] = text.charCodeAt(at);
    this.#length += text.length;
  }

  text(text: string): void {
    // A UTF-16 code unit takes at most three bytes.
    this.#reserve(3 * text.length);
    this.#length += this.#encoder.encodeInto(text, this.#buffer.subarray(this.#length)).written;
  }

  end(): void {
    this.#reserve(1);
    this.#buffer[this.#length] = LINE_FEED;
    this.#length += 1;
    this.#ends.push(this.#length);
  }

  line(text: string): void {
    this.text(text);
    this.end();
  }

  /** What was written since the last time. */
  take(): WholeLines {
    const lines = { bytes: this.#buffer.subarray(0, this.#length), ends: this.#ends };
    // What comes next is about as long.
    this.#buffer = new Uint8Array(this.#length + (this.#length >> 2));
    this.#length = 0;
    this.#ends = [];
    return lines;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#buffer.length) return;
    const larger = new Uint8Array(2 * (this.#length + more));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }
}
