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

/**
 * Whether a line is an object as RFC 8785 writes it, made of what log entries may hold (text, safe integers, lists,
 * objects; names without escapes). One pass over the bytes and nothing built: parsing the line and serialising the
 * result again would cost more than hashing it.
 */
export function scanCanonical(line: Uint8Array): Members | undefined {
  const members: number[] = [];
  const { length } = line;
  let isAscii = true;
  let escapes = 0;

  /** Position after the escape that begins here. */
  function escaped(at: number): number {
    escapes += 1;
    const code = line[at + 1] as number;
    if (ESCAPES_OF_ONE.has(code)) return at + 2;
    const isControl = code === LETTER_U && line[at + 2] === ZERO && line[at + 3] === ZERO;
    const digits = isControl ? DIGITS_AFTER[line[at + 4] as typeof ZERO | typeof ONE] : undefined;
    return digits?.has(line[at + 5] as number) ? at + 6 : MISS;
  }

  /** Position after the string that begins here. */
  function string(from: number): number {
    let at = from + 1;
    while (at < length) {
      const code = line[at] as number;
      if (code === QUOTE) return at + 1;
      if (code < SPACE) return MISS;
      if (code === BACKSLASH) {
        at = escaped(at);
        if (at === MISS) return MISS;
        continue;
      }
      if (code >= BEYOND_ASCII) isAscii = false;
      at += 1;
    }
    return MISS;
  }

  function integer(from: number): number {
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

  function list(from: number, depth: number): number {
    if (line[from + 1] === CLOSE_LIST) return from + 2;
    let at = from;
    do {
      at = value(at + 1, depth + 1);
      if (at === MISS) return MISS;
    } while (line[at] === COMMA);
    return line[at] === CLOSE_LIST ? at + 1 : MISS;
  }

  function object(from: number, depth: number): number {
    if (line[from + 1] === CLOSE_OBJECT) return from + 2;
    let at = from;
    let start = MISS;
    let end = MISS;
    do {
      if (line[at + 1] !== QUOTE) return MISS;
      const [beforeStart, beforeEnd, escapesBefore] = [start, end, escapes];
      start = at + 2;
      end = string(at + 1) - 1;
      if (end < 0 || line[end + 1] !== COLON || escapes > escapesBefore) return MISS;
      if (beforeEnd !== MISS && !isAfter(line, start, end, beforeStart, beforeEnd)) return MISS;
      at = value(end + 2, depth + 1);
      if (at === MISS) return MISS;
      if (depth === 0) members.push(start, end, end + 2, at);
    } while (line[at] === COMMA);
    return line[at] === CLOSE_OBJECT ? at + 1 : MISS;
  }

  function value(from: number, depth: number): number {
    const code = line[from];
    if (code === QUOTE) return string(from);
    if (code === OPEN_LIST) return depth === MAXIMUM_DEPTH ? MISS : list(from, depth);
    if (code === OPEN_OBJECT) return depth === MAXIMUM_DEPTH ? MISS : object(from, depth);
    return integer(from);
  }

  const isWhole = line[0] === OPEN_OBJECT && object(0, 0) === length;
  return isWhole && (isAscii || isUtf8(line)) ? members : undefined;
}
