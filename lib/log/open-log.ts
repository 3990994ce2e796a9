import { type LogEntry, type LogFacts, logFactsSchema } from '#lib/model/log-entry.ts';
import { type Content, type Draft, saltContent, writeEntry } from './append.ts';
import { type Bytes, toHex } from './bytes.ts';
import { type Connection, createConnection } from './connection.ts';
import { type HeadRow, META, type PostRow, type StoreName, TILE_SIZE } from './database.ts';
import { eraseText, type TextSelection } from './erase-text.ts';
import {
  type Condition,
  compareWithMirror,
  createMirrorWriter,
  type HeadMirror,
  parseHead,
} from './head-mirror.ts';
import { createLogReader, type LogReader } from './log-reader.ts';
import { sealTile } from './seal.ts';
import { createNodeSource, findKey, parseEntry, readEntries, readHead } from './stored-log.ts';
import { fingerprintOf } from './verifier-key.ts';
import { generateKey, type KeyRecord, verifierKeyOf } from './web-crypto.ts';

export interface LogOptions {
  /** Database name. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly randomBytes: (length: number) => Bytes;
  /** Version of Candor, for the entries. */
  readonly software: string;
  readonly crypto: Pick<Crypto, 'subtle'>;
  readonly headMirror?: HeadMirror;
}

export interface AppendOptions {
  /** Keep text and salt beside the log. Without, only the digest stays and nobody can open it. */
  readonly keepText: boolean;
  /** If the post already has an entry of this event, give that one back: a message may come twice. */
  readonly once?: boolean;
}

/** The log of this installation. One context writes: the background. */
export interface Log extends LogReader {
  /** Resolves when the entry is on disk. Rejects with a LogError; then nothing of it is. */
  append(facts: LogFacts, contents?: readonly Content[], options?: AppendOptions): Promise<LogEntry>;
  /** Erases kept texts and their salts; gives how many. The log itself does not change. */
  eraseText(selection: TextSelection): Promise<number>;
}

const ORIGIN = 'candor.example/log/';
const SALT_SIZE = 32;
const POSTS_REMEMBERED = 50;

/** Opens the log, makes key and first entry where there is none, and says whether it is as it was left. */
export async function openLog(options: LogOptions): Promise<{ log: Log; condition: Condition }> {
  const connection = createConnection(options.name, { readsNewer: false });
  const remembered = parseHead(await options.headMirror?.read().catch(() => undefined));
  const key = await obtainKey(connection, options);
  const { head, sealed, condition } = await connection.use(async (database) => {
    const tx = database.transaction(['meta', 'entries', 'leaves', 'tiles', 'nodes'] as StoreName[]);
    const found = await readHead(tx);
    const source = createNodeSource(tx);
    const leafOf = async (index: number) => source({ level: 0, position: index });
    const newestTile = await tx.objectStore('tiles').openKeyCursor(null, 'prev');
    const tiles = newestTile ? newestTile.key + 1 : 0;
    return {
      head: found,
      sealed: tiles,
      condition: await compareWithMirror({ origin: key.name, size: found.size }, remembered, leafOf),
    };
  });
  const writer = createWriter(connection, options, key, { head, sealed }, openingFacts(key, head, condition));
  return { log: { ...createLogReader(connection, options.crypto.subtle), ...writer }, condition };
}

/** The log's key; made when the log is. */
async function obtainKey(connection: Connection, { crypto, randomBytes }: LogOptions): Promise<KeyRecord> {
  const found = await connection.use((database) => findKey(database.transaction(['meta'] as StoreName[])));
  if (found) return found;
  const made = await generateKey(crypto.subtle, `${ORIGIN}${toHex(randomBytes(8))}`);
  return connection.use(async (database) => {
    const tx = database.transaction(['meta'] as StoreName[], 'readwrite', { durability: 'strict' });
    // Another context may have been faster.
    const other = await findKey(tx);
    if (!other) await tx.objectStore('meta').put(made, META.key);
    await tx.done;
    return other ?? made;
  });
}

/** The entry that a new log begins with, or that says what became of the old one. */
function openingFacts(
  key: KeyRecord,
  head: HeadRow,
  { is, remembered, found }: Condition,
): LogFacts | undefined {
  if (head.size > 0 && is === 'kept') return undefined;
  const parts = [`key=${fingerprintOf(verifierKeyOf(key))}`, `condition=${is}`];
  if (remembered !== undefined) parts.push(`remembered=${remembered}`, `found=${found}`);
  return { event: 'log.opened', reason: parts.join('; ') };
}

function createWriter(
  connection: Connection,
  options: LogOptions,
  key: KeyRecord,
  start: { head: HeadRow; sealed: number },
  opening: LogFacts | undefined,
): Pick<Log, 'append' | 'eraseText' | 'close'> {
  const mirror = createMirrorWriter(options.headMirror);
  let { head, sealed } = start;
  /** Rows as last seen, to write without reading first; each write checks that they are still so. */
  const posts = new Map<string, PostRow>();
  let announcement = opening;
  let last: Promise<unknown> = Promise.resolve();

  /** One job at a time in this context, and one context at a time where the browser has locks. */
  function inTurn<Result>(job: () => Promise<Result>): Promise<Result> {
    const locks = globalThis.navigator?.locks;
    const turn = last.then(() => (locks ? locks.request(`candor log ${options.name}`, job) : job()));
    last = turn.catch(() => {});
    return turn as Promise<Result>;
  }

  function remember(post: string, row: PostRow | undefined): void {
    posts.delete(post);
    if (row) posts.set(post, row);
    const [oldest] = posts.keys();
    if (posts.size > POSTS_REMEMBERED && oldest !== undefined) posts.delete(oldest);
  }

  /** Nothing where the entry was no longer wanted. */
  async function write(draft: Draft): Promise<LogEntry | undefined> {
    const { post } = draft.facts;
    for (;;) {
      const known = post === undefined ? undefined : posts.get(post);
      const written = await connection.use((database) => writeEntry(database, { head, post: known }, draft));
      if (written.is === 'dropped') return undefined;
      if (written.is === 'present') {
        const { index } = written;
        const stores: StoreName[] = ['entries', 'tiles'];
        const found = await connection.use((database) =>
          readEntries(database.transaction(stores), index, index + 1),
        );
        return found.map(parseEntry)[0];
      }
      head = written.now.head;
      if (post !== undefined) remember(post, written.now.post);
      if (written.is === 'moved') continue;
      if (head.leaf) mirror.write({ origin: key.name, size: head.size, leaf: head.leaf });
      return written.entry;
    }
  }

  const draftOf = (
    facts: LogFacts,
    contents: readonly Content[],
    { keepText, once = false }: AppendOptions,
  ): Draft => ({
    facts: logFactsSchema.parse(facts),
    contents: contents.map((content) => saltContent(content, options.randomBytes(SALT_SIZE))),
    keepText,
    once,
    software: options.software,
    now: options.now,
  });

  /** Must stand before any further entry, so each append tries again until it does. */
  async function announce(): Promise<void> {
    if (!announcement) return;
    const draft = draftOf(announcement, [], { keepText: false });
    await write(start.head.size === 0 ? { ...draft, isStillWanted: (found) => found === 0 } : draft);
    announcement = undefined;
  }

  /** Housekeeping: rows that could not be sealed stay rows, and the next append tries again. */
  async function sealFull(): Promise<void> {
    while ((sealed + 1) * TILE_SIZE <= head.size) {
      const tile = sealed;
      await connection.use((database) => sealTile(database, tile));
      sealed += 1;
    }
  }

  return {
    append: (facts, contents = [], appendOptions = { keepText: false }) => {
      const draft = draftOf(facts, contents, appendOptions);
      const entry = inTurn(async () => {
        await announce();
        const written = await write(draft);
        if (!written) throw new Error('an entry was dropped that nobody asked to drop');
        return written;
      });
      // Not awaited: an append is done when its entry is on disk.
      void entry.then(() => inTurn(sealFull)).catch(() => {});
      return entry;
    },

    eraseText: (selection) => connection.use((database) => eraseText(database, selection)),

    async close() {
      await last;
      await mirror.settled();
      await connection.close();
    },
  };
}
