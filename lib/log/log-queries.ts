import type { LogFacets, LogFilter, LogWeek, PostStory } from '#lib/model/log-query.ts';
import { createCataloguer } from './catalogue.ts';
import { type CatalogueView, countIn, createViewer } from './catalogue-view.ts';
import type { Connection } from './connection.ts';
import { listPosts, type PostQuery } from './list-posts.ts';
import type { PostSummary } from './post-summaries.ts';
import { type PostSearch, searchPosts } from './search-posts.ts';
import { readStory } from './story.ts';
import { facetsOf, type WeeksChoice, weeksIn } from './weeks.ts';

/** What is asked of a log of any length. For Candor's own pages. Every function may reject with a LogError. */
export interface LogQueries {
  /** Posts that pass the filter; its `words` are left out of account. */
  listPosts(query: PostQuery): Promise<PostSummary[]>;
  /** Those of them that have the words, too. Takes as long as there is text to read. */
  searchPosts(search: PostSearch): Promise<PostSummary[]>;
  /** How many pass, words aside. Nothing where it cannot be told quickly. */
  countPosts(filter: LogFilter): Promise<number | undefined>;
  /** Every week in which a chosen post began, oldest first. */
  weeks(choice?: WeeksChoice): Promise<LogWeek[]>;
  facets(): Promise<LogFacets>;
  /** Nothing where the log has no such post. */
  story(post: string): Promise<PostStory | undefined>;
}

export function createLogQueries(connection: Connection): LogQueries {
  const cataloguer = createCataloguer(connection);
  const openView = createViewer(connection);

  const look = async (): Promise<CatalogueView> => {
    // A disk that is full must not hide the log: what is not in the catalogue is read from the entries.
    await cataloguer.catchUp().catch(() => undefined);
    return openView();
  };

  return {
    listPosts: (query) => listPosts(connection, look, query),
    searchPosts: async (search) => searchPosts(connection, await look(), search),
    countPosts: async (filter) => countIn(await look(), filter),
    weeks: async (choice = {}) => weeksIn(await look(), choice),
    facets: async () => facetsOf(await look()),
    story: (post) => connection.use((database) => readStory(database, post)),
  };
}
