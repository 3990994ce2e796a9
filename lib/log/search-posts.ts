import type { LogFilter } from '#lib/model/log-query.ts';
import { type CatalogueView, createTest, findShelves } from './catalogue-view.ts';
import type { Connection } from './connection.ts';
import { LISTED, type PostSummary, type PostWithText, summarise, withText } from './post-summaries.ts';
import { readRows } from './read-rows.ts';

/** As PostQuery, newest first only. */
export interface PostSearch {
  readonly filter: LogFilter;
  readonly before?: number | undefined;
  readonly limit: number;
  /** Ends the search; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Posts looked at, of those there are to look at. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Whether a post has the words anywhere. */
export function createMatch(words: string): (post: PostWithText) => boolean {
  const wanted = words.trim().toLowerCase();
  return ({ row, text }) => {
    if (wanted === '') return true;
    const { site, address, permalink, identity } = row.facts;
    return [site, address, permalink, identity?.name, identity?.organisation, text].some((field) =>
      field?.toLowerCase().includes(wanted),
    );
  };
}

/**
 * Looks for words in everything that is kept of the posts that pass the filter, one shelf after the other, so that what
 * else the page does comes in between. Words that are in no catalogue: whoever could read an index of kept texts could
 * read the texts, erased ones too.
 */
export async function searchPosts(
  { use }: Pick<Connection, 'use'>,
  view: CatalogueView,
  { filter, before, limit, signal, onProgress }: PostSearch,
): Promise<PostSummary[]> {
  const shelves = findShelves(view, filter, { before }).reverse();
  const total = shelves.reduce((sum, { posts }) => sum + posts, 0);
  const test = createTest(filter, { before });
  const isMatch = createMatch(filter.words ?? '');
  const found: PostSummary[] = [];
  let done = 0;
  for (const { shelf, posts } of shelves) {
    signal?.throwIfAborted();
    const indexes = (await view.cardsOf(shelf)).filter(test).map(({ index }) => index);
    const looked = await use(async (database) => {
      const rows = await readRows(database, indexes.reverse());
      return withText(database.transaction(LISTED), rows);
    });
    found.push(...looked.filter(isMatch).map(summarise));
    done += posts;
    onProgress?.(done, total);
    if (found.length >= limit) break;
  }
  signal?.throwIfAborted();
  return found.slice(0, limit);
}
