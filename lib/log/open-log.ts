import type { LogFacts } from '#lib/model/log-entry.ts';
import { toHex } from './bytes.ts';
import { type Connection, createConnection, type Keeping } from './connection.ts';
import { META, type StoreName, TILE_SIZE } from './database.ts';
import { type Condition, compareWithMirror, parseHead } from './head-mirror.ts';
import type { Log, LogOptions } from './log-contract.ts';
import { LogError } from './log-error.ts';
import { createLogReader } from './log-reader.ts';
import { createLogWriter } from './log-writer.ts';
import { createNodeSource, findKey, type Head, readHead } from './stored-log.ts';
import { fingerprintOf } from './verifier-key.ts';
import { generateKey, type KeyRecord, verifierKeyOf } from './web-crypto.ts';

export type { AppendOptions, Log, LogOptions } from './log-contract.ts';

const ORIGIN = 'candor.example/log/';

export interface OpenedLog {
  readonly log: Log;
  /** Whether it is as it was left. */
  readonly condition: Condition;
  readonly keeping: Keeping;
}

/** Opens the log; makes key and first entry where there is none. */
export async function openLog(given: LogOptions): Promise<OpenedLog> {
  const connection = createConnection(given.name, { isReader: false, memory: given.memory });
  const keeping = await connection.keeping();
  const options = keeping === 'on-disk' ? given : withoutMirror(given);
  const remembered = parseHead(await options.headMirror?.read().catch(() => undefined));
  const key = await obtainKey(connection, options);
  const { head, sealed, condition } = await connection.use(async (database) => {
    const tx = database.transaction(['meta', 'entries', 'leaves', 'tiles', 'nodes'] as StoreName[]);
    const found = await readHead(tx);
    const source = createNodeSource(tx);
    const leafOf = async (index: number) => source({ level: 0, position: index });
    const newestTile = await tx.objectStore('tiles').openKeyCursor(null, 'prev');
    const tiles = newestTile ? newestTile.key + 1 : 0;
    const isWhole = tiles === 0 || found.size > tiles * TILE_SIZE;
    if (!isWhole) throw new LogError('corrupt', 'the newest entries are missing');
    return {
      head: found,
      sealed: tiles,
      condition: await compareWithMirror({ origin: key.name, size: found.size }, remembered, leafOf),
    };
  });
  const opening = openingFacts(key, head, condition, keeping);
  const writer = createLogWriter(connection, options, { origin: key.name, head, sealed, opening });
  return { log: { ...createLogReader(connection), ...writer }, condition, keeping };
}

/** The head of a log on disk must neither be compared with one in memory nor be written over by it. */
const withoutMirror = ({ headMirror: _, ...options }: LogOptions): LogOptions => options;

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
  keeping: Keeping,
): LogFacts | undefined {
  if (head.size > 0 && is === 'kept') return undefined;
  const parts = [`key=${fingerprintOf(verifierKeyOf(key))}`, `condition=${is}`];
  if (remembered !== undefined) parts.push(`remembered=${remembered}`, `found=${found}`);
  if (keeping === 'in-memory') parts.push('kept=in-memory');
  return { event: 'log.opened', reason: parts.join('; ') };
}
