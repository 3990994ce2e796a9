import { readUtf8, utf8 } from './bytes.ts';
import { type Members, scanCanonical } from './canonical-scan.ts';

/** What verification needs of an entry, as pieces of its line. Members it does not know are hashed like all others. */
export interface EntryLine {
  readonly index: number;
  readonly time: number;
  /** Base64. */
  readonly previous: Uint8Array;
  /** Canonical text of the commitments; parsed only when a content line asks for them. */
  readonly contents: Uint8Array;
  /** Commitment to the facts that are not in the line, base64. */
  readonly private: Uint8Array | undefined;
}

/** The entry version this code can read. */
const VERSION = 1;

const QUOTE = 0x22;
const MINUS = 0x2d;
const ZERO = 0x30;
const OPEN_LIST = 0x5b;
const NONE = utf8('[]');

const NAMES = {
  v: utf8('v'),
  index: utf8('index'),
  time: utf8('time'),
  previous: utf8('previous'),
  event: utf8('event'),
  software: utf8('software'),
  contents: utf8('contents'),
  private: utf8('private'),
} as const;

/** Nothing for a line that is no entry; `newer` for one of a later version. */
export function parseEntryLine(line: Uint8Array): EntryLine | 'newer' | undefined {
  const members = scanCanonical(line);
  if (!members) return undefined;
  const version = findInteger(line, members, NAMES.v);
  if (version !== undefined && version > VERSION) return 'newer';
  const index = findInteger(line, members, NAMES.index);
  const time = findInteger(line, members, NAMES.time);
  const previous = findText(line, members, NAMES.previous);
  const isNamed =
    findText(line, members, NAMES.event) !== undefined &&
    findText(line, members, NAMES.software) !== undefined;
  const contents = findRaw(line, members, NAMES.contents) ?? NONE;
  const isEntry = version === VERSION && isNamed && contents[0] === OPEN_LIST;
  return isEntry && index !== undefined && time !== undefined && previous !== undefined
    ? { index, time, previous, contents, private: findText(line, members, NAMES.private) }
    : undefined;
}

function isNamed(line: Uint8Array, from: number, to: number, name: Uint8Array): boolean {
  if (to - from !== name.length) return false;
  for (let at = 0; at < name.length; at += 1) if (line[from + at] !== name[at]) return false;
  return true;
}

function findRaw(line: Uint8Array, members: Members, name: Uint8Array): Uint8Array | undefined {
  for (let at = 0; at < members.length; at += 4)
    if (isNamed(line, members[at] as number, members[at + 1] as number, name))
      return line.subarray(members[at + 2], members[at + 3]);
  return undefined;
}

/** The scan let only strings, integers, lists and objects through; the first character tells which. */
function findInteger(line: Uint8Array, members: Members, name: Uint8Array): number | undefined {
  const raw = findRaw(line, members, name);
  if (!raw) return undefined;
  const isNegative = raw[0] === MINUS;
  let value = 0;
  for (let at = isNegative ? 1 : 0; at < raw.length; at += 1) {
    const digit = (raw[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return isNegative ? -value : value;
}

/** The text as it stands between the quotes: what is compared here never has escapes. */
function findText(line: Uint8Array, members: Members, name: Uint8Array): Uint8Array | undefined {
  const raw = findRaw(line, members, name);
  return raw?.[0] === QUOTE ? raw.subarray(1, -1) : undefined;
}

/** Whether the entry commits to this digest of this kind of content. */
export function hasCommitment(entry: EntryLine, what: string, digest: string): boolean {
  return (JSON.parse(readUtf8(entry.contents)) as unknown[]).some(
    (item) =>
      typeof item === 'object' &&
      item !== null &&
      'what' in item &&
      'digest' in item &&
      item.what === what &&
      item.digest === digest,
  );
}
