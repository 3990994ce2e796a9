import type { LogFilter } from '#lib/model/log-query.ts';
import { type Bounds, type CatalogueView, createTest, findShelves } from './catalogue-view.ts';
import type { Connection } from './connection.ts';
import type { LogDatabase, PostRow } from './database.ts';
import { LISTED, type PostSummary, summarise, withText } from './post-summaries.ts';
import { readNewest, readNextNewer, readRows } from './read-rows.ts';

/**
 * Which posts a list shows: without `after` the newest that began before `before`, with it the oldest that began after
 * it. Both are indexes of first entries. The list itself has the newest first either way.
 */
export interface PostQuery extends Bounds {
  readonly filter?: LogFilter | undefined;
  readonly limit: number;
}

/** Nothing is narrowed but by words, which no catalogue knows. */
export const narrowsNothing = ({ words: _, ...filter }: LogFilter): boolean =>
  Object.values(filter).every((value) => value === undefined);

const readAny = (database: LogDatabase, { before, after, limit }: PostQuery): Promise<PostRow[]> =>
  after === undefined
    ? readNewest(database, { before, after }, limit)
    : readNextNewer(database, { before, after }, limit);

/** Indexes of first entries of posts that pass, newest first. */
async function findIndexes(
  view: CatalogueView,
  { filter = {}, limit, ...bounds }: PostQuery,
): Promise<number[]> {
  const test = createTest(filter, bounds);
  const shelves = findShelves(view, filter, bounds);
  const isUpwards = bounds.after !== undefined;
  const found: number[] = [];
  for (const { shelf } of isUpwards ? shelves : shelves.reverse()) {
    const indexes = (await view.cardsOf(shelf)).filter(test).map(({ index }) => index);
    found.push(...(isUpwards ? indexes : indexes.reverse()));
    if (found.length >= limit) break;
  }
  const wanted = found.slice(0, limit);
  return isUpwards ? wanted.reverse() : wanted;
}

/** `look` gives the catalogue; it is not asked where nothing is narrowed. */
export async function listPosts(
  { use }: Pick<Connection, 'use'>,
  look: () => Promise<CatalogueView>,
  query: PostQuery,
): Promise<PostSummary[]> {
  const indexes = narrowsNothing(query.filter ?? {}) ? undefined : await findIndexes(await look(), query);
  return use(async (database) => {
    const rows = await (indexes ? readRows(database, indexes) : readAny(database, query));
    return (await withText(database.transaction(LISTED), rows)).map(summarise);
  });
}
