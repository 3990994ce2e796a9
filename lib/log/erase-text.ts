import type { ContentRow, ErasedRow, LogDatabase, StoreName } from './database.ts';
import { keptText } from './kept-text.ts';

/** Which kept texts go: those of one post, those written before a time, or all. */
export type TextSelection = { readonly post: string } | { readonly before: number } | 'all';

/** Rows looked at in one transaction. */
const BATCH = 500;

/**
 * Puts the time in the place of each text and its salt. `now`: milliseconds since 1970. Gives how many texts were erased.
 */
export async function eraseText(
  database: LogDatabase,
  selection: TextSelection,
  now: number,
): Promise<number> {
  if (selection === 'all') return eraseWhere(database, () => true, now);
  if ('before' in selection) return eraseWhere(database, ({ time }) => time < selection.before, now);
  const tx = database.transaction(['posts', 'contents'] as StoreName[], 'readwrite', {
    durability: 'strict',
  });
  const contents = tx.objectStore('contents');
  const row = await tx.objectStore('posts').get(selection.post);
  const digests = (row?.contents ?? []).map(({ digest }) => digest);
  const rows = await Promise.all(digests.map((digest) => contents.get(digest)));
  const kept = digests.filter((_, at) => keptText(rows[at]));
  const erased: ErasedRow = { erased: now };
  await Promise.all([...kept.map((digest) => contents.put(erased, digest)), tx.done]);
  return kept.length;
}

/** Without an index, which each append would pay for, and a piece at a time, since appends wait for each other and for this. */
async function eraseWhere(
  database: LogDatabase,
  goes: (row: ContentRow) => boolean,
  now: number,
): Promise<number> {
  const erased: ErasedRow = { erased: now };
  let count = 0;
  let last: string | undefined;
  for (;;) {
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    const reading = database.transaction(['contents'] as StoreName[]).objectStore('contents');
    const [keys, rows] = await Promise.all([reading.getAllKeys(range, BATCH), reading.getAll(range, BATCH)]);
    const old = keys.filter((_, at) => {
      const row = keptText(rows[at]);
      return row !== undefined && goes(row);
    });
    if (old.length > 0) {
      const tx = database.transaction(['contents'] as StoreName[], 'readwrite', { durability: 'strict' });
      await Promise.all([...old.map((digest) => tx.objectStore('contents').put(erased, digest)), tx.done]);
      count += old.length;
    }
    if (keys.length < BATCH) return count;
    last = keys.at(-1);
  }
}
