import canonicalize from 'canonicalize';
import { type Bytes, utf8 } from './bytes.ts';

/** What a log entry may be made of: one reading in every language, so no fractions, no null, no booleans. */
export type LogValue = string | number | LogValue[] | { [member: string]: LogValue };

/** An entry is at most this deep; deeper input is refused before it can exhaust a stack. */
const MAXIMUM_DEPTH = 6;

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

/** For a value fresh from `JSON.parse`: fit for an entry, and its members in canonical order. */
function isFitAndSorted(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null || depth === MAXIMUM_DEPTH) return false;
  if (Array.isArray(value)) {
    for (const item of value) {
      if (!isFitAndSorted(item, depth + 1)) return false;
    }
    return true;
  }
  const members = value as Record<string, unknown>;
  let before = '';
  for (const name in members) {
    if (name < before || !name.isWellFormed() || !isFitAndSorted(members[name], depth + 1)) return false;
    before = name;
  }
  return true;
}

/**
 * Reads one canonical line. Nothing where it is no JSON, holds what a log entry may not hold, or is written in
 * any other way than RFC 8785 would write it.
 *
 * For values of this kind the engine's own serialiser equals RFC 8785 as soon as the members are sorted, and it is
 * several times faster than building the canonical text anew. (Integer-like member names, which engines move to the
 * front, then fail the comparison; no entry has any.)
 */
export function parseCanonical(line: string): LogValue | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isFitAndSorted(value, 0) && JSON.stringify(value) === line ? (value as LogValue) : undefined;
}
