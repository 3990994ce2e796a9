import { allOrNothing } from '../all-or-nothing.ts';
import type { Connection } from '../connection.ts';
import type { LogDatabase, StoreName } from '../database.ts';
import { erasedOn } from '../kept-text.ts';
import type { Erasure } from './erasure-lines.ts';

/** Rows looked at in one transaction. */
const BATCH = 500;

/** What is known of erased texts, some at a time; lists may be empty. */
export async function* readErasures({ use }: Pick<Connection, 'use'>): AsyncGenerator<readonly Erasure[]> {
  let last: string | undefined;
  do {
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    const [keys, rows] = await use((database) => {
      const contents = database.transaction(['contents'] as StoreName[]).objectStore('contents');
      return Promise.all([contents.getAllKeys(range, BATCH), contents.getAll(range, BATCH)]);
    });
    yield keys.flatMap((digest, at): Erasure[] => {
      const time = erasedOn(rows[at]);
      return time === undefined ? [] : [[digest, time]];
    });
    last = keys.length < BATCH ? undefined : keys.at(-1);
  } while (last !== undefined);
}

/** Puts them in the place of the texts, where there are such. */
export async function noteErasures(database: LogDatabase, erasures: readonly Erasure[]): Promise<void> {
  if (erasures.length === 0) return;
  const tx = database.transaction(['contents'] as StoreName[], 'readwrite');
  const contents = tx.objectStore('contents');
  await allOrNothing(tx, (watch) => {
    for (const [digest, erased] of erasures) watch(contents.put({ erased }, digest));
  });
}
