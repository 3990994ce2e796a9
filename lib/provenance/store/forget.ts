import { BOOK_STORES, openBooks } from './books.ts';
import type { Connection } from './connection.ts';
import type { GenerationRow, Transaction } from './database.ts';
import { createSecretRow, EMPTY_STATE, findState, requireSecret, writeState } from './stored-state.ts';

const ofSource = (source: string): IDBKeyRange => IDBKeyRange.bound([source], [source, []]);

interface Selection {
  generations(tx: Transaction<'readwrite'>): Promise<readonly GenerationRow[]>;
  pictures(tx: Transaction<'readwrite'>): Promise<readonly number[]>;
}

/** One transaction: what the person wanted gone is gone whatever happens after, as far as lookups can tell. */
function dropAll(connection: Connection, find: Selection): Promise<number> {
  return connection.transact('readwrite', [...BOOK_STORES, 'pictures'], async (tx) => {
    const [books, rows, pictures] = await Promise.all([
      openBooks(tx),
      find.generations(tx),
      find.pictures(tx),
    ]);
    await Promise.all(pictures.map((id) => tx.objectStore('pictures').delete(id)));
    if (rows.length === 0) return pictures.length;
    for (const row of rows) books.drop(row);
    // Out of the index as well, not only out of sight.
    await books.write((state) => ({ ...state, mustMerge: true }));
    return rows.length + pictures.length;
  });
}

export const forgetSource = (connection: Connection, source: string): Promise<number> =>
  dropAll(connection, {
    generations: (tx) => tx.objectStore('generations').index('source').getAll(ofSource(source)),
    pictures: (tx) => tx.objectStore('pictures').index('source').getAllKeys(ofSource(source)),
  });

/** Those captured before a time, milliseconds since 1970. */
export const forgetBefore = (connection: Connection, time: number): Promise<number> => {
  const before = IDBKeyRange.upperBound(time, true);
  return dropAll(connection, {
    generations: (tx) => tx.objectStore('generations').index('time').getAll(before),
    pictures: (tx) => tx.objectStore('pictures').index('time').getAllKeys(before),
  });
};

/** Empties the database, whatever is in it. A whole secret stays; a damaged one is made anew. */
export function forgetEverything(
  connection: Connection,
  randomBytes: (length: number) => Uint8Array<ArrayBuffer>,
): Promise<number> {
  const stores = [...BOOK_STORES, 'hashes', 'places', 'pictures'] as const;
  return connection.transact('readwrite', stores, async (tx) => {
    const before = await findState(tx);
    const generations = await tx.objectStore('generations').count();
    const count = generations + (await tx.objectStore('pictures').count());
    const secret = await requireSecret(tx).catch(() => undefined);
    for (const store of stores) if (store !== 'meta') await tx.objectStore(store).clear();
    const { revision, epoch, lastId } = before ?? EMPTY_STATE;
    // A new epoch: a merge under way finds that it was overtaken.
    await writeState(tx, { ...EMPTY_STATE, revision: revision + 1, epoch: epoch + 1, lastId });
    if (!secret) await tx.objectStore('meta').put(createSecretRow(randomBytes), 'secret');
    return count;
  });
}

/** Erases kept texts whose time has come. */
export function forgetTextsUntil(connection: Connection, now: number): Promise<number> {
  return connection.transact('readwrite', BOOK_STORES, async (tx) => {
    const texts = tx.objectStore('texts');
    const ids = await texts.index('until').getAllKeys(IDBKeyRange.upperBound(now));
    if (ids.length === 0) return 0;
    const books = await openBooks(tx);
    const generations = tx.objectStore('generations');
    for (const id of ids) {
      const row = await generations.get(id);
      await texts.delete(id);
      if (!row) continue;
      books.keepText(row, 0);
      await generations.put({ ...row, keptText: 0 });
    }
    await books.write();
    return ids.length;
  });
}
