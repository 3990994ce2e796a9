import type { LogDatabase, StoreName } from './database.ts';

/** Which kept texts go: those of one post, those written before a time, or all. */
export type TextSelection = { readonly post: string } | { readonly before: number } | 'all';

/** Rows looked at in one transaction. */
const BATCH = 500;

/** Gives how many texts were erased. */
export async function eraseText(database: LogDatabase, selection: TextSelection): Promise<number> {
  if (selection !== 'all' && 'before' in selection) return eraseOld(database, selection.before);
  const tx = database.transaction(['posts', 'contents'] as StoreName[], 'readwrite', {
    durability: 'strict',
  });
  const contents = tx.objectStore('contents');
  let digests: string[];
  if (selection === 'all') {
    digests = await contents.getAllKeys();
  } else {
    const row = await tx.objectStore('posts').get(selection.post);
    const kept = await Promise.all((row?.contents ?? []).map(({ digest }) => contents.getKey(digest)));
    digests = kept.filter((digest) => digest !== undefined);
  }
  await Promise.all([...digests.map((digest) => contents.delete(digest)), tx.done]);
  return digests.length;
}

/** Without an index, which each append would pay for, and a piece at a time, since appends wait for each other and for this. */
async function eraseOld(database: LogDatabase, before: number): Promise<number> {
  let erased = 0;
  let last: string | undefined;
  for (;;) {
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    const reading = database.transaction(['contents'] as StoreName[]).objectStore('contents');
    const [keys, rows] = await Promise.all([reading.getAllKeys(range, BATCH), reading.getAll(range, BATCH)]);
    const old = keys.filter((_, at) => (rows[at]?.time ?? before) < before);
    if (old.length > 0) {
      const tx = database.transaction(['contents'] as StoreName[], 'readwrite', { durability: 'strict' });
      await Promise.all([...old.map((digest) => tx.objectStore('contents').delete(digest)), tx.done]);
      erased += old.length;
    }
    if (keys.length < BATCH) return erased;
    last = keys.at(-1);
  }
}
