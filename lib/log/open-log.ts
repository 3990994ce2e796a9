import type { LogFacts } from '#lib/model/log-entry.ts';
import { toBase64, toHex } from './bytes.ts';
import { type Connection, createConnection, type Keeping } from './connection.ts';
import { type LogDatabase, META, type StoreName } from './database.ts';
import type { FormerLog } from './former-log.ts';
import { type Condition, compareWithMirror, parseHead } from './head-mirror.ts';
import type { Log, LogOptions } from './log-contract.ts';
import { createLogReader } from './log-reader.ts';
import { createLogWriter } from './log-writer.ts';
import { createNodeSource, findKey, type Head, readEnd } from './stored-log.ts';
import { fingerprintOf, formatVerifierKey } from './verifier-key.ts';
import { generateKey, isKeyRecord, type KeyRecord, verifierKeyOf } from './web-crypto.ts';

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
  const key = (await findOwnKey(connection)) ?? (await makeKey(connection, options));
  const former = (await connection.former()).at(-1);
  const mirrored = parseHead(await options.headMirror?.read().catch(() => undefined));
  // The head of the log before, and this one has not been written to yet, or its head did not arrive.
  const remembered = former && mirrored?.origin === former.origin ? undefined : mirrored;
  const { head, sealed, condition } = await connection.use(async (database) => {
    const tx = database.transaction(['meta', 'entries', 'leaves', 'tiles', 'nodes'] as StoreName[]);
    const { head: found, sealed: tiles } = await readEnd(tx);
    const source = createNodeSource(tx);
    const leafOf = async (index: number) => source({ level: 0, position: index });
    const condition: Condition =
      former && found.size === 0
        ? { is: 'key-lost', remembered: former.size, found: 0 }
        : await compareWithMirror({ origin: key.name, size: found.size }, remembered, leafOf);
    return { head: found, sealed: tiles, condition };
  });
  const opening = openingFacts({ key, head, condition, keeping, former });
  const writer = createLogWriter(connection, options, { origin: key.name, head, sealed, opening });
  return { log: { ...createLogReader(connection), ...writer }, condition, keeping };
}

/** The head of a log on disk must neither be compared with one in memory nor be written over by it. */
const withoutMirror = ({ headMirror: _, ...options }: LogOptions): LogOptions => options;

/** The key of the log. A log that has entries and no key ends here: nobody else may sign for it. */
async function findOwnKey(connection: Connection): Promise<KeyRecord | undefined> {
  const { key, isEmpty } = await connection.use(async (database) => ({
    key: await findKey(database),
    isEmpty: (await database.transaction('entries').store.openKeyCursor(null, 'prev')) === null,
  }));
  if (key) {
    await connection.use((database) => noteVerifierKey(database, key));
    return key;
  }
  if (isEmpty) return undefined;
  await connection.moveOn();
  return findOwnKey(connection);
}

async function makeKey(connection: Connection, { crypto, randomBytes }: LogOptions): Promise<KeyRecord> {
  const made = await generateKey(crypto.subtle, `${ORIGIN}${toHex(randomBytes(8))}`);
  return connection.use(async (database) => {
    const tx = database.transaction(['meta'] as StoreName[], 'readwrite', { durability: 'strict' });
    const meta = tx.objectStore('meta');
    // Another context may have been faster.
    const other = await meta.get(META.key);
    if (isKeyRecord(other)) return other;
    await Promise.all([
      meta.put(made, META.key),
      meta.put(formatVerifierKey(verifierKeyOf(made)), META.verifierKey),
    ]);
    await tx.done;
    return made;
  });
}

/** Logs that began before this was kept get it now. */
async function noteVerifierKey(database: LogDatabase, key: KeyRecord): Promise<void> {
  if ((await database.get('meta', META.verifierKey)) !== undefined) return;
  const tx = database.transaction(['meta'] as StoreName[], 'readwrite');
  await tx.objectStore('meta').put(formatVerifierKey(verifierKeyOf(key)), META.verifierKey);
  await tx.done;
}

const factsOfFormer = ({ origin, size, root, checkpoint }: FormerLog): LogFacts['former'] => ({
  ...(origin !== undefined && { origin }),
  size,
  root: toBase64(root),
  ...(checkpoint !== undefined && { checkpoint }),
});

interface Opening {
  readonly key: KeyRecord;
  readonly head: Head;
  readonly condition: Condition;
  readonly keeping: Keeping;
  readonly former: FormerLog | undefined;
}

/** The entry that a new log begins with, or that says what became of the old one. */
function openingFacts({ key, head, condition, keeping, former }: Opening): LogFacts | undefined {
  const { is, remembered, found } = condition;
  if (head.size > 0 && is === 'kept') return undefined;
  const parts = [`key=${fingerprintOf(verifierKeyOf(key))}`, `condition=${is}`];
  if (remembered !== undefined) parts.push(`remembered=${remembered}`, `found=${found}`);
  if (keeping === 'in-memory') parts.push('kept=in-memory');
  return {
    event: 'log.opened',
    reason: parts.join('; '),
    ...(is === 'key-lost' && former && { former: factsOfFormer(former) }),
  };
}
