import type { LogFacets, LogFilter, LogWeek, PostStory } from '#lib/model/log-query.ts';
import { type Bounds, createTest } from '../catalogue-view.ts';
import type { PostSummary } from '../post-summaries.ts';
import { summarise } from '../post-summaries.ts';
import { createMatch, type PostSearch } from '../search-posts.ts';
import { tallyOf } from '../shelves.ts';
import { facetsOf, weeksOf } from '../weeks.ts';
import type { OpenedPost } from './line-index.ts';
import { type OpenedLog, readOpenedPost, readOpenedStory } from './opened-log.ts';

/** One post of the merged list. */
export interface MergedPost {
  readonly log: OpenedLog;
  readonly post: OpenedPost;
}

/** As in the log that is open here, but `index` is the place in the merged list, and `post` names the file as well. */
export type MergedSummary = PostSummary & { readonly from: number };

/** Posts of several files as one list, by the time at which they began. Every function may reject with a FileChangedError. */
export interface MergedLog {
  /** Takes the place of what was opened under this id. */
  open(log: OpenedLog): void;
  close(id: number): void;
  listPosts(
    query: Bounds & { readonly filter?: LogFilter | undefined; readonly limit: number },
  ): Promise<MergedSummary[]>;
  searchPosts(search: PostSearch): Promise<MergedSummary[]>;
  /** Of what was verified. */
  weeks(): LogWeek[];
  facets(): LogFacets;
  /** `post`: as the list names it. */
  story(post: string): Promise<PostStory | undefined>;
  /** The file that a post is from. */
  idOf(post: string): number | undefined;
}

const BATCH = 64;

const nameOf = ({ log, post }: MergedPost): string => `${log.id}:${post.post}`;

/** Oldest first; what began at the same time by file, then as in its log. */
export const mergePosts = (logs: readonly OpenedLog[]): MergedPost[] =>
  logs
    .flatMap((log) => log.posts.map((post) => ({ log, post })))
    .sort((a, b) => a.post.time - b.post.time || a.log.id - b.log.id || a.post.index - b.post.index);

export function createMergedLog(): MergedLog {
  let logs: readonly OpenedLog[] = [];
  let merged: readonly MergedPost[] = [];

  const replace = (id: number, more: readonly OpenedLog[]): void => {
    logs = [...logs.filter((log) => log.id !== id), ...more];
    merged = mergePosts(logs);
  };

  /** Places of the posts that pass, oldest first. */
  const find = (filter: LogFilter, bounds: Bounds): number[] => {
    const test = createTest(filter, bounds);
    return merged.flatMap(({ post: { time, tags } }, index) => (test({ index, time, tags }) ? [index] : []));
  };

  const read = async (index: number) => {
    const found = merged[index] as MergedPost;
    const whole = await readOpenedPost(found.log, found.post);
    const summary = { ...summarise(whole), post: nameOf(found), index, from: found.log.id };
    return { whole, summary };
  };

  const sums = () => {
    const verified = logs.flatMap(({ isVerified, posts }) => (isVerified ? posts : []));
    return { tallies: [tallyOf(0, verified)] };
  };

  return {
    open: (log) => replace(log.id, [log]),
    close: (id) => replace(id, []),
    async listPosts({ filter = {}, limit, before, after }) {
      const found = find(filter, { before, after });
      const wanted = after === undefined ? found.slice(-limit) : found.slice(0, limit);
      return Promise.all(wanted.reverse().map(async (index) => (await read(index)).summary));
    },
    async searchPosts({ filter, before, limit, signal, onProgress }) {
      const places = find(filter, { before }).reverse();
      const isMatch = createMatch(filter.words ?? '');
      const found: MergedSummary[] = [];
      for (let at = 0; at < places.length && found.length < limit; at += BATCH) {
        signal?.throwIfAborted();
        const looked = await Promise.all(places.slice(at, at + BATCH).map(read));
        found.push(...looked.filter(({ whole }) => isMatch(whole)).map(({ summary }) => summary));
        onProgress?.(Math.min(at + BATCH, places.length), places.length);
      }
      signal?.throwIfAborted();
      return found.slice(0, limit);
    },
    weeks: () => weeksOf(sums()),
    facets: () => facetsOf(sums()),
    async story(name) {
      const found = merged.find((each) => nameOf(each) === name);
      return found && readOpenedStory(found.log, found.post);
    },
    idOf: (name) => merged.find((each) => nameOf(each) === name)?.log.id,
  };
}
