import type { LogDatabase, PostRow } from './database.ts';

/** Posts that began in this range of indexes, both ends left out; newest first, the newest `limit` of them. */
export const readNewest = (
  database: LogDatabase,
  { before, after }: { before: number | undefined; after: number | undefined },
  limit: number,
): Promise<PostRow[]> => database.getAllFromIndex('posts', 'order', rangeOf(before, after), limit);

function rangeOf(before: number | undefined, after: number | undefined): IDBKeyRange | null {
  if (before !== undefined && after !== undefined) return IDBKeyRange.bound(-before, -after, true, true);
  if (before !== undefined) return IDBKeyRange.lowerBound(-before, true);
  return after === undefined ? null : IDBKeyRange.upperBound(-after, true);
}

/** Entries of a post, about. */
const USUAL_ENTRIES = 4;

/**
 * The oldest `limit` of the posts that began after this index, newest first. Read in stretches that grow, since an index
 * gives many rows at once from its beginning only.
 */
export async function readNextNewer(
  database: LogDatabase,
  { after, before = Number.POSITIVE_INFINITY }: { after: number; before?: number | undefined },
  limit: number,
): Promise<PostRow[]> {
  const found: PostRow[] = [];
  const [newest] = await readNewest(database, { before: undefined, after }, 1);
  const end = Math.min(before, (newest?.entries[0] ?? after) + 1);
  let from = after;
  for (let width = USUAL_ENTRIES * limit; found.length < limit && from + 1 < end; width *= 2) {
    const to = Math.min(from + width, end);
    found.unshift(...(await readNewest(database, { before: to, after: from }, width)));
    from = to - 1;
  }
  return found.slice(-limit);
}

/** Share of a range that is wanted above which the whole range is read at once. */
const DENSE = 1 / (2 * USUAL_ENTRIES);

/** The posts whose first entries have these indexes, newest first; `indexes` likewise. */
export async function readRows(database: LogDatabase, indexes: readonly number[]): Promise<PostRow[]> {
  const [newest, oldest] = [indexes[0], indexes.at(-1)];
  if (newest === undefined || oldest === undefined) return [];
  if (indexes.length < DENSE * (newest - oldest)) {
    const { store } = database.transaction('posts');
    const rows = await Promise.all(indexes.map((index) => store.index('order').get(-index)));
    return rows.filter((row) => row !== undefined);
  }
  const wanted = new Set(indexes);
  const rows = await readNewest(database, { before: newest + 1, after: oldest - 1 }, newest - oldest + 1);
  return rows.filter(({ entries: [index = -1] }) => wanted.has(index));
}
