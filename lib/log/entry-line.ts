import { type Members, scanCanonical } from './canonical-scan.ts';

/** What verification needs of an entry. Members it does not know are hashed like all others. */
export interface EntryLine {
  readonly index: number;
  readonly time: number;
  readonly previous: string;
  /** Canonical text of the commitments; parsed only when a content line asks for them. */
  readonly contents: string;
  /** Commitment to the facts that are not in the line, base64. */
  readonly private: string | undefined;
}

/** The entry version this code can read. */
const VERSION = 1;

/** Nothing for a line that is no entry; `newer` for one of a later version. */
export function parseEntryLine(line: string): EntryLine | 'newer' | undefined {
  const members = scanCanonical(line);
  if (!members) return undefined;
  const version = findInteger(line, members, 'v');
  if (version !== undefined && version > VERSION) return 'newer';
  const index = findInteger(line, members, 'index');
  const time = findInteger(line, members, 'time');
  const previous = findText(line, members, 'previous');
  const isNamed =
    findText(line, members, 'event') !== undefined && findText(line, members, 'software') !== undefined;
  const contents = findRaw(line, members, 'contents') ?? '[]';
  const isEntry = version === VERSION && isNamed && contents.startsWith('[');
  return isEntry && index !== undefined && time !== undefined && previous !== undefined
    ? { index, time, previous, contents, private: findText(line, members, 'private') }
    : undefined;
}

function findRaw(line: string, { names, starts, ends }: Members, name: string): string | undefined {
  const at = names.indexOf(name);
  return at === -1 ? undefined : line.slice(starts[at], ends[at]);
}

/** The scan let only strings, integers, lists and objects through; the first character tells which. */
function findInteger(line: string, members: Members, name: string): number | undefined {
  const raw = findRaw(line, members, name);
  const value = raw === undefined ? Number.NaN : Number(raw);
  return Number.isNaN(value) ? undefined : value;
}

/** The text as it stands between the quotes: what is compared here never has escapes. */
function findText(line: string, members: Members, name: string): string | undefined {
  const raw = findRaw(line, members, name);
  return raw?.startsWith('"') ? raw.slice(1, -1) : undefined;
}

/** Whether the entry commits to this digest of this kind of content. */
export function hasCommitment(entry: EntryLine, what: string, digest: string): boolean {
  return (JSON.parse(entry.contents) as unknown[]).some(
    (item) =>
      typeof item === 'object' &&
      item !== null &&
      'what' in item &&
      'digest' in item &&
      item.what === what &&
      item.digest === digest,
  );
}
