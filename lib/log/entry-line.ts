import { parseCanonical } from './canonical.ts';

/** What verification needs of an entry. Members it does not know are hashed like all others. */
export interface EntryLine {
  readonly index: number;
  readonly time: number;
  readonly previous: string;
  readonly contents: readonly unknown[];
}

/** The entry version this code can read. */
const VERSION = 1;

/** Nothing for a line that is no entry; `newer` for one of a later version. */
export function parseEntryLine(line: string): EntryLine | 'newer' | undefined {
  const value = parseCanonical(line);
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { v, index, time, previous, event, software, contents = [] } = value;
  if (typeof v === 'number' && v > VERSION) return 'newer';
  const isEntry =
    v === VERSION &&
    typeof index === 'number' &&
    typeof time === 'number' &&
    typeof previous === 'string' &&
    typeof event === 'string' &&
    typeof software === 'string' &&
    Array.isArray(contents);
  return isEntry ? { index, time, previous, contents } : undefined;
}

/** Whether the entry commits to this digest of this kind of content. */
export function hasCommitment(entry: EntryLine, what: string, digest: string): boolean {
  return entry.contents.some(
    (item) =>
      typeof item === 'object' &&
      item !== null &&
      'what' in item &&
      'digest' in item &&
      item.what === what &&
      item.digest === digest,
  );
}
