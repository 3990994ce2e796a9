import { isUtf8, utf8 } from './bytes.ts';

/** Four places in the line for each member of the outermost object: where its name (quotes left out) begins and ends, where its value does. */
export type Members = readonly number[];

/** An entry is at most this deep; deeper input is refused before it can exhaust a stack. */
export const MAXIMUM_DEPTH = 6;

const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const BEYOND_ASCII = 0x80;

const ONE = 0x31;
const ESCAPES_OF_ONE = new Set(utf8('"\\bfnrt'));
const LETTER_U = 0x75;
/** Last digits of `\u000x` and of `\u001x`: lower case, and none that has an escape of one character. */
const DIGITS_AFTER = { [ZERO]: new Set(utf8('01234567bef')), [ONE]: new Set(utf8('0123456789abcdef')) };
const LONGEST_INTEGER = 17;
const MISS = -1;

/** 1 for the bytes that a string may hold just like that: ASCII but for control characters, quotes and backslashes. */
const IS_PLAIN = Uint8Array.from(
  { length: 256 },
  (_, code) => +(code >= SPACE && code < BEYOND_ASCII && code !== QUOTE && code !== BACKSLASH),
);

const decoder = new TextDecoder();

/** RFC 8785 sorts by UTF-16 code units, which is the order of the bytes as long as they are ASCII. */
function isAfter(line: Uint8Array, from: number, to: number, beforeFrom: number, beforeTo: number): boolean {
  for (let at = 0; ; at += 1) {
    if (from + at === to) return false;
    if (beforeFrom + at === beforeTo) return true;
    const a = line[from + at] as number;
    const b = line[beforeFrom + at] as number;
    if (a >= BEYOND_ASCII && b >= BEYOND_ASCII)
      return decoder.decode(line.subarray(from, to)) > decoder.decode(line.subarray(beforeFrom, beforeTo));
    if (a !== b) return a > b;
  }
}

/** One pass over one line. Its state lies here and not in closures: a million lines are scanned one after the other. */
class Scan {
  readonly members: number[] = [];
  isAscii = true;
  readonly #line: Uint8Array;
  #escapes = 0;

  constructor(line: Uint8Array) {
    this.#line = line;
  }

  /** Position after the escape that begins here. */
  #escaped(at: number): number {
    const line = this.#line;
    this.#escapes += 1;
    const code = line[at + 1] as number;
    if (ESCAPES_OF_ONE.has(code)) return at + 2;
    const isControl = code === LETTER_U && line[at + 2] === ZERO && line[at + 3] === ZERO;
    const digits = isControl ? DIGITS_AFTER[line[at + 4] as typeof ZERO | typeof ONE] : undefined;
    return digits?.has(line[at + 5] as number) ? at + 6 : MISS;
  }

  /** Position after the string that begins here. */
  #string(from: number): number {
    const line = this.#line;
    let at = from + 1;
    for (;;) {
      while (IS_PLAIN[line[at] as number] === 1) at += 1;
      const code = line[at];
      if (code === QUOTE) return at + 1;
      if (code === BACKSLASH) {
        at = this.#escaped(at);
        if (at === MISS) return MISS;
      } else if (code !== undefined && code >= BEYOND_ASCII) {
        this.isAscii = false;
        at += 1;
      } else return MISS; // A control character, or the end of the line.
    }
  }

  #integer(from: number): number {
    const line = this.#line;
    const first = line[from] === MINUS ? from + 1 : from;
    let at = first;
    let value = 0;
    for (let code = line[at] as number; code >= ZERO && code <= NINE; code = line[at] as number) {
      value = value * 10 + (code - ZERO);
      at += 1;
    }
    const hasLeadingZero = line[first] === ZERO && (at > first + 1 || first > from);
    const isSafe = at - from <= LONGEST_INTEGER && Number.isSafeInteger(value);
    return at === first || hasLeadingZero || !isSafe ? MISS : at;
  }

  #list(from: number, depth: number): number {
    const line = this.#line;
    if (line[from + 1] === CLOSE_LIST) return from + 2;
    let at = from;
    do {
      at = this.#value(at + 1, depth + 1);
      if (at === MISS) return MISS;
    } while (line[at] === COMMA);
    return line[at] === CLOSE_LIST ? at + 1 : MISS;
  }

  object(from: number, depth: number): number {
    const line = this.#line;
    if (line[from + 1] === CLOSE_OBJECT) return from + 2;
    let at = from;
    let start = MISS;
    let end = MISS;
    do {
      if (line[at + 1] !== QUOTE) return MISS;
      const beforeStart = start;
      const beforeEnd = end;
      const escapesBefore = this.#escapes;
      start = at + 2;
      end = this.#string(at + 1) - 1;
      if (end < 0 || line[end + 1] !== COLON || this.#escapes > escapesBefore) return MISS;
      if (beforeEnd !== MISS && !isAfter(line, start, end, beforeStart, beforeEnd)) return MISS;
      at = this.#value(end + 2, depth + 1);
      if (at === MISS) return MISS;
      if (depth === 0) this.members.push(start, end, end + 2, at);
    } while (line[at] === COMMA);
    return line[at] === CLOSE_OBJECT ? at + 1 : MISS;
  }

  #value(from: number, depth: number): number {
    const code = this.#line[from];
    if (code === QUOTE) return this.#string(from);
    if (code === OPEN_LIST) return depth === MAXIMUM_DEPTH ? MISS : this.#list(from, depth);
    if (code === OPEN_OBJECT) return depth === MAXIMUM_DEPTH ? MISS : this.object(from, depth);
    return this.#integer(from);
  }
}

/**
 * Whether a line is an object as RFC 8785 writes it, made of what log entries may hold (text, safe integers, lists,
 * objects; names without escapes). One pass over the bytes and nothing built: parsing the line and serialising the
 * result again would cost more than hashing it.
 */
export function scanCanonical(line: Uint8Array): Members | undefined {
  if (line[0] !== OPEN_OBJECT) return undefined;
  const scan = new Scan(line);
  return scan.object(0, 0) === line.length && (scan.isAscii || isUtf8(line)) ? scan.members : undefined;
}
