import canonicalize from 'canonicalize';
import { type Bytes, utf8 } from './bytes.ts';
import { MAXIMUM_DEPTH, scanCanonical } from './canonical-scan.ts';

/** What a log entry may be made of: one reading in every language, so no fractions, no null, no booleans. */
export type LogValue = string | number | LogValue[] | { [member: string]: LogValue };

/** Nothing, or why this value has no place in a log entry. */
export function findUnfit(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : 'lone surrogate';
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? undefined : 'number that is no safe integer';
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  if (depth === MAXIMUM_DEPTH) return 'too deep';
  if (Array.isArray(value)) {
    // Not a callback method: those skip holes, and a hole is unfit.
    for (const item of value) {
      const unfit = findUnfit(item, depth + 1);
      if (unfit) return unfit;
    }
    return undefined;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return 'object with a prototype';
  for (const [name, member] of Object.entries(value)) {
    const unfit = name.isWellFormed() ? findUnfit(member, depth + 1) : 'lone surrogate';
    if (unfit) return unfit;
  }
  return undefined;
}

/** RFC 8785 text of a log value. Throws a TypeError for anything that has no place in a log entry. */
export function canonicalText(value: LogValue): string {
  const unfit = findUnfit(value);
  if (unfit) throw new TypeError(`not a log value: ${unfit}`);
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a log value');
  return text;
}

/** RFC 8785 bytes of a log value: what the leaf hash covers. */
export const canonicalBytes = (value: LogValue): Bytes => utf8(canonicalText(value));

/** The object in a line, or nothing where the line is not the canonical text of an object that an entry may hold. */
export function parseCanonical(line: string): { [member: string]: LogValue } | undefined {
  return line.isWellFormed() && scanCanonical(utf8(line))
    ? (JSON.parse(line) as { [member: string]: LogValue })
    : undefined;
}
