import type { ExportChoice } from '#lib/model/log-export.ts';
import type { Connection } from '../connection.ts';
import { TILE_SIZE } from '../database.ts';
import { readHead, tileOf } from '../stored-log.ts';
import { type ChosenEntry, readChosen } from './read-chosen.ts';
import { countChosenPosts, type ExportPost, type PostCounts, readChosenPosts } from './read-posts.ts';

/** Called after each batch, with entries or posts. */
export type OnExported = (progress: { done: number; size: number }) => unknown;

/** The log as the exports that prove nothing read it. Every function may reject with a LogError. */
export interface LogExport {
  /** Chosen entries in the order of the log, some at a time. */
  exportEntries(choice: ExportChoice, onProgress?: OnExported): AsyncIterable<readonly ChosenEntry[]>;
  /** Chosen posts, newest first, some at a time. */
  exportPosts(choice: ExportChoice, onProgress?: OnExported): AsyncIterable<readonly ExportPost[]>;
  countExported(choice: ExportChoice): Promise<PostCounts>;
}

export const createLogExport = ({ use }: Connection): LogExport => ({
  async *exportEntries(choice, onProgress) {
    const { size } = await use((database) => readHead(database.transaction(['entries', 'tiles'])));
    for (let start = 0; start < size; start += TILE_SIZE) {
      const entries = await use((database) => readChosen(database, tileOf(start), size, choice));
      yield entries.filter((entry) => entry.is === 'chosen');
      onProgress?.({ done: Math.min(start + TILE_SIZE, size), size });
    }
  },

  async *exportPosts(choice, onProgress) {
    const { posts: size } = await use((database) => countChosenPosts(database, choice));
    let done = 0;
    let from: number | undefined;
    do {
      const { posts, next } = await use((database) => readChosenPosts(database, from, choice));
      yield posts;
      done += posts.length;
      from = next;
      onProgress?.({ done, size });
    } while (from !== undefined);
  },

  countExported: (choice) => use((database) => countChosenPosts(database, choice)),
});
