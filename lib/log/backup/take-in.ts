import { deleteDB } from 'idb';
import { allOrNothing } from '../all-or-nothing.ts';
import { isSameBytes } from '../bytes.ts';
import { type Connection, createConnection } from '../connection.ts';
import { type LogDatabase, META, openDatabase, type StoreName } from '../database.ts';
import { type FormerLog, noteRestored, readFormerLog, readRestored } from '../former-log.ts';
import { underLock } from '../lock.ts';
import { LogError } from '../log-error.ts';
import { rootOf } from '../peaks.ts';
import { createNodeSource, findKey, type Head, readHead } from '../stored-log.ts';
import { rootAt } from '../tree.ts';
import { noteErasures, readErasures } from './kept-erasures.ts';
import { RestoreError } from './restore-error.ts';

/**
 * What becomes of it: the log itself goes on there (`continued`); or it is a log beside this one (`former`), in the place
 * of a shorter one of its own that was restored before.
 */
export type TakeIn =
  | { readonly is: 'continued' }
  | { readonly is: 'former'; readonly instead?: string | undefined };

const TREE: StoreName[] = ['entries', 'tiles', 'leaves', 'nodes'];

/** Databases of this log that a restore makes. */
export const restoredNameOf = (name: string, id: string): string => `${prefixOf(name)}${id}`;
const prefixOf = (name: string): string => `${name}+restored-`;

/** Nobody takes in and nobody tidies up at once. */
const lockOf = (name: string): string => `candor take-in ${name}`;

export const takeInRestored = (
  connection: Connection,
  name: string,
  restored: string,
  as: TakeIn,
): Promise<FormerLog> =>
  underLock(lockOf(name), async () => {
    const taken = await connection.use(async (database) => {
      const next = await openDatabase(restored, () => {});
      try {
        const found = await readFormerLog(restored, next);
        // Nobody has a backup of no entries: this database was not there.
        if (found.size === 0) throw new RestoreError('moved');
        if (as.is === 'continued') await continueIn(database, next);
        else await noteRestored(database, [restored], as.instead);
        return found;
      } finally {
        next.close();
      }
    });
    await connection.close();
    return taken;
  });

/** Deletes what restores that broke off have left, and what a longer backup stands for now. */
export const removeLeftovers = (name: string): Promise<void> =>
  underLock(lockOf(name), async () => {
    const all = (await indexedDB.databases()).map((database) => database.name ?? '');
    const made = all.filter((each) => each.startsWith(prefixOf(name)));
    if (made.length === 0) return;
    const connection = createConnection(name, { isReader: true });
    const { own, restored } = await connection.databases();
    await connection.close();
    for (const each of made) if (![...own, ...restored].includes(each)) await deleteDB(each);
  });

/**
 * Lets the log go on in another database that holds it all and more, put there from a backup. What was erased here since
 * stays erased. One write of one database at the end: before it nothing has changed, after it nothing is left to do.
 */
async function continueIn(database: LogDatabase, next: LogDatabase): Promise<void> {
  const head = await readHead(database.transaction(TREE));
  await requireExtension(head, next);
  const key = await findKey(database);
  if (!key) throw new LogError('corrupt', 'the log has no key');
  for await (const erasures of readErasures({ use: (work) => work(database) }))
    await noteErasures(next, erasures);
  await noteRestored(next, await readRestored(database));
  const keeping = next.transaction(['meta'] as StoreName[], 'readwrite', { durability: 'strict' });
  await allOrNothing(keeping, (watch) => watch(keeping.objectStore('meta').put(key, META.key)));
  await leave(database, head, next.name);
}

async function requireExtension(head: Head, next: LogDatabase): Promise<void> {
  const tx = next.transaction(TREE);
  const { size } = await readHead(tx);
  const extendsHead =
    size > head.size && isSameBytes(await rootAt(head.size, createNodeSource(tx)), rootOf(head));
  if (!extendsHead) throw new RestoreError('moved');
}

/** Empties the database, since its texts must not outlive their erasure in the next one, and names that one. */
async function leave(database: LogDatabase, head: Head, successor: string): Promise<void> {
  const stores = [...database.objectStoreNames] as StoreName[];
  const tx = database.transaction(stores, 'readwrite', { durability: 'strict' });
  await allOrNothing(tx, async (watch) => {
    const newest = await readHead(tx);
    if (newest.size !== head.size) throw new RestoreError('moved');
    for (const store of stores) if (store !== 'meta') watch(tx.objectStore(store).clear());
    watch(tx.objectStore('meta').add(successor, META.successor));
  });
}
