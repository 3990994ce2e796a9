import type { LogEntry, LogFacts } from '#lib/model/log-entry.ts';
import type { Content } from './append.ts';
import { type Bytes, toHex } from './bytes.ts';
import { type Connection, createConnection } from './connection.ts';
import { META, type StoreName, TILE_SIZE } from './database.ts';
import type { TextSelection } from './erase-text.ts';
import { type Condition, compareWithMirror, type HeadMirror, parseHead } from './head-mirror.ts';
import { LogError } from './log-error.ts';
import { createLogReader, type LogReader } from './log-reader.ts';
import { createLogWriter } from './log-writer.ts';
import { createNodeSource, findKey, type Head, readHead } from './stored-log.ts';
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
    if (found.size <= tiles * TILE_SIZE && tiles > 0)
      throw new LogError('corrupt', 'the newest entries are missing');
    return {
      head: found,
      sealed: tiles,
      condition: await compareWithMirror({ origin: key.name, size: found.size }, remembered, leafOf),
    };
  });
  const opening = openingFacts(key, head, condition);
  const writer = createLogWriter(connection, options, { origin: key.name, head, sealed, opening });
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
  head: Head,
  { is, remembered, found }: Condition,
): LogFacts | undefined {
  if (head.size > 0 && is === 'kept') return undefined;
  const parts = [`key=${fingerprintOf(verifierKeyOf(key))}`, `condition=${is}`];
  if (remembered !== undefined) parts.push(`remembered=${remembered}`, `found=${found}`);
  return { event: 'log.opened', reason: parts.join('; ') };
}
