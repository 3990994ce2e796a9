/** Members of the outermost object: their names, and where their values begin and end in the line. */
export interface Members {
  readonly names: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** An entry is at most this deep; deeper input is refused before it can exhaust a stack. */
export const MAXIMUM_DEPTH = 6;

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

/** The escapes that RFC 8785 writes: the short ones where they exist, lower case for all other control characters. */
const ESCAPE = /\\(?:["\\bfnrt]|u00(?:0[0-7be-f]|1[0-9a-f]))/uy;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these have to be escaped in JSON
const NEEDS_CARE = /[\\\u0000-\u001F]/u;
const LONGEST_INTEGER = 17;
const MISS = -1;

/**
 * Whether a line is an object as RFC 8785 writes it, made of what log entries may hold (text, safe integers, lists,
 * objects; names without escapes). One pass and nothing built: two to three times faster than parsing the line and
 * serialising the result again, which is most of what verification costs besides hashing.
 */
export function scanCanonical(line: string): Members | undefined {
  if (!line.isWellFormed()) return undefined;
  const names: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const isPlain = !NEEDS_CARE.test(line);

  /** Position after the string that begins here. */
  function string(from: number): number {
    if (isPlain) {
      const end = line.indexOf('"', from + 1);
      return end === -1 ? MISS : end + 1;
    }
    let at = from + 1;
    for (;;) {
      const code = line.charCodeAt(at);
      if (code === QUOTE) return at + 1;
      if (code === BACKSLASH) {
        ESCAPE.lastIndex = at;
        if (!ESCAPE.test(line)) return MISS;
        at = ESCAPE.lastIndex;
      } else if (code >= 0x20) at += 1;
      else return MISS; // A control character, or the end of the line (NaN).
    }
  }

  function integer(from: number): number {
    const first = line.charCodeAt(from) === MINUS ? from + 1 : from;
    let at = first;
    let code = line.charCodeAt(at);
    while (code >= ZERO && code <= NINE) {
      at += 1;
      code = line.charCodeAt(at);
    }
    const hasLeadingZero = line.charCodeAt(first) === ZERO && (at > first + 1 || first > from);
    const isSafe = at - from <= LONGEST_INTEGER && Number.isSafeInteger(Number(line.slice(from, at)));
    return at === first || hasLeadingZero || !isSafe ? MISS : at;
  }

  function list(from: number, depth: number): number {
    if (line.charCodeAt(from + 1) === CLOSE_LIST) return from + 2;
    let at = from;
    do {
      at = value(at + 1, depth + 1);
      if (at === MISS) return MISS;
    } while (line.charCodeAt(at) === COMMA);
    return line.charCodeAt(at) === CLOSE_LIST ? at + 1 : MISS;
  }

  function object(from: number, depth: number): number {
    if (line.charCodeAt(from + 1) === CLOSE_OBJECT) return from + 2;
    let at = from;
    let before: string | undefined;
    do {
      if (line.charCodeAt(at + 1) !== QUOTE) return MISS;
      const end = string(at + 1);
      if (end === MISS || line.charCodeAt(end) !== COLON) return MISS;
      const name = line.slice(at + 2, end - 1);
      if ((before !== undefined && name <= before) || (!isPlain && name.includes('\\'))) return MISS;
      before = name;
      at = value(end + 1, depth + 1);
      if (at === MISS) return MISS;
      if (depth > 0) continue;
      names.push(name);
      starts.push(end + 1);
      ends.push(at);
    } while (line.charCodeAt(at) === COMMA);
    return line.charCodeAt(at) === CLOSE_OBJECT ? at + 1 : MISS;
  }

  function value(from: number, depth: number): number {
    const code = line.charCodeAt(from);
    if (code === QUOTE) return string(from);
    if (code === OPEN_LIST) return depth === MAXIMUM_DEPTH ? MISS : list(from, depth);
    if (code === OPEN_OBJECT) return depth === MAXIMUM_DEPTH ? MISS : object(from, depth);
    return integer(from);
  }

  const isWhole = line.charCodeAt(0) === OPEN_OBJECT && object(0, 0) === line.length;
  return isWhole ? { names, starts, ends } : undefined;
}
