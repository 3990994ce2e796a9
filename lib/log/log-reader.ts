import type { ContentDigest, LogEntry } from '#lib/model/log-entry.ts';
import type { Connection } from './connection.ts';
import type { StoreName } from './database.ts';
import { type PublishedPost, postsOn, readText } from './post-rows.ts';
import { openPosts, type PostSummary } from './post-summaries.ts';
import { parseEntry, readEntries, readHead } from './stored-log.ts';

export interface ReadRange {
  /** First index to read. Missing: from the end that the direction starts at. */
  readonly from?: number;
  readonly limit: number;
}

/** What a log says. Every function may reject with a LogError. */
export interface LogReader {
  /** Number of entries. */
  size(): Promise<number>;
  entriesOfPost(post: string): Promise<LogEntry[]>;
  /** A page of entries: `forward` counts up from `from`, `backward` counts down. */
  read(range: ReadRange, direction: 'forward' | 'backward'): Promise<LogEntry[]>;
  /** Released and no outcome yet. */
  openPosts(): Promise<PostSummary[]>;
  /** Approved posts that are out and have an address on this origin, newest first. */
  postsOn(origin: string, limit: number): Promise<PublishedPost[]>;
  /** The newest text of this kind that is kept of a post. */
  readText(post: string, what: ContentDigest['what']): Promise<string | undefined>;
  close(): Promise<void>;
}

const ENTRIES: StoreName[] = ['entries', 'tiles'];

/** The part of the log that only reads; the writer has the same on its own connection. */
export function createLogReader(connection: Connection): LogReader {
  const { use } = connection;

  const size = (): Promise<number> =>
    use(async (database) => (await readHead(database.transaction(ENTRIES))).size);

  return {
    size,
    close: () => connection.close(),

    entriesOfPost: (post) =>
      use(async (database) => {
        const tx = database.transaction(['posts', ...ENTRIES] as StoreName[]);
        const row = await tx.objectStore('posts').get(post);
        const found: LogEntry[] = [];
        for (const index of row?.entries ?? []) {
          found.push(...(await readEntries(tx, index, index + 1)).map(parseEntry));
        }
        return found;
      }),

    read: ({ from, limit }, direction) =>
      use(async (database) => {
        const tx = database.transaction(ENTRIES);
        const end = (await readHead(tx)).size;
        const isForward = direction === 'forward';
        const start = isForward ? (from ?? 0) : Math.min(from ?? end, end - 1) - limit + 1;
        const bytes = await readEntries(tx, Math.max(0, start), Math.min(end, start + limit));
        const entries = bytes.map(parseEntry);
        return isForward ? entries : entries.reverse();
      }),

    openPosts: () => use(openPosts),
    postsOn: (origin, limit) => use((database) => postsOn(database, origin, limit)),
    readText: (post, what) => use((database) => readText(database, post, what)),
  };
}
