import { describe, expect, it } from 'vitest';
import type { PostSummary, PostsQuery, SearchQuery } from '#components/log/contract.ts';
import { createPostsModel } from '#components/log/table/posts-model.ts';

const post = (index: number): PostSummary => ({
  post: `post-${index}`,
  index,
  time: index,
  siteName: 'X',
  kind: undefined,
  role: undefined,
  outcome: 'held',
  isOverride: false,
  identity: undefined,
  excerpt: undefined,
  permalink: undefined,
});

/** A log of posts at 0, 3, 6 …; `asked` hears what it is asked. */
const logOf = (count: number) => {
  const asked: PostsQuery[] = [];
  const all = Array.from({ length: count }, (_, at) => post(3 * (count - 1 - at)));
  const page = ({ before, after, limit }: Pick<PostsQuery, 'before' | 'after' | 'limit'>): PostSummary[] => {
    const found = all.filter(
      ({ index }) => (before === undefined || index < before) && (after === undefined || index > after),
    );
    return after === undefined ? found.slice(0, limit) : found.slice(-limit);
  };
  return {
    asked,
    ports: {
      async listPosts(query: PostsQuery) {
        asked.push(query);
        return page(query);
      },
      searchPosts: async (query: SearchQuery) => page(query),
    },
  };
};

const indexes = ({ rows }: ReturnType<typeof createPostsModel>): number[] =>
  rows.value.map(({ index }) => index);
const SIZES = { pageSize: 3, pagesKept: 2 };

describe('the list of posts', () => {
  it('holds no more than its pages, however far one goes, and comes back the same way', async () => {
    const posts = createPostsModel(logOf(20).ports, SIZES);
    await posts.show({});
    expect([indexes(posts), posts.first.value, posts.hasNewer.value]).toEqual([[57, 54, 51], 0, false]);
    for (let page = 0; page < 6; page += 1) {
      await posts.loadOlder();
      expect(posts.rows.value.length).toBeLessThanOrEqual(6);
    }
    expect([indexes(posts), posts.first.value]).toEqual([[12, 9, 6, 3, 0], 15]);
    expect([posts.hasOlder.value, posts.hasNewer.value]).toEqual([false, true]);
    await posts.loadOlder();
    expect(posts.first.value).toBe(15);
    for (let page = 0; page < 5; page += 1) await posts.loadNewer();
    expect([indexes(posts), posts.first.value]).toEqual([[57, 54, 51, 48, 45, 42], 0]);
    expect([posts.hasOlder.value, posts.hasNewer.value]).toEqual([true, false]);
  });

  it('goes to the oldest at once, and says that nobody counted what is newer', async () => {
    const { ports, asked } = logOf(20);
    const posts = createPostsModel(ports, SIZES);
    await posts.show({ site: 'x' });
    await posts.toOldest();
    expect([indexes(posts), posts.first.value, posts.hasNewer.value]).toEqual([[6, 3, 0], undefined, true]);
    expect(asked.at(-1)).toEqual({ filter: { site: 'x' }, after: -1, limit: 4 });
    await posts.loadNewer();
    expect(indexes(posts)).toEqual([15, 12, 9, 6, 3, 0]);
    await posts.toNewest();
    expect([indexes(posts), posts.first.value]).toEqual([[57, 54, 51], 0]);
  });

  it('looks for words in one direction, and finds what it let go again', async () => {
    const { ports, asked } = logOf(20);
    const posts = createPostsModel(ports, SIZES);
    await posts.show({ words: 'lighthouse' });
    for (let page = 0; page < 4; page += 1) await posts.loadOlder();
    expect([indexes(posts), posts.first.value]).toEqual([[30, 27, 24, 21, 18, 15], 9]);
    for (let page = 0; page < 3; page += 1) await posts.loadNewer();
    expect([indexes(posts), posts.first.value, posts.hasNewer.value]).toEqual([
      [57, 54, 51, 48, 45, 42],
      0,
      false,
    ]);
    expect(asked).toEqual([]);
  });

  it('drops the answer to an older question', async () => {
    const answers: ((posts: PostSummary[]) => void)[] = [];
    const posts = createPostsModel(
      { ...logOf(1).ports, listPosts: () => new Promise((resolve) => answers.push(resolve)) },
      SIZES,
    );
    const both = [posts.show({ site: 'x' }), posts.show({ site: 'bluesky' })];
    answers[1]?.([post(2)]);
    answers[0]?.([post(1)]);
    await Promise.all(both);
    expect(indexes(posts)).toEqual([2]);
  });

  it('ends a search when the next letter is typed, and when asked to', async () => {
    const searches: SearchQuery[] = [];
    const posts = createPostsModel(
      {
        ...logOf(5).ports,
        searchPosts: (query) =>
          new Promise((_, reject) => {
            searches.push(query);
            query.signal.addEventListener('abort', () => reject(query.signal.reason));
          }),
      },
      SIZES,
    );
    await posts.show({});
    const first = posts.show({ words: 'a' });
    const second = posts.show({ words: 'ab' });
    await first;
    expect(searches.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    searches[1]?.onProgress(7, 9);
    searches[0]?.onProgress(1, 9);
    expect(posts.search.value).toEqual({ is: 'running', done: 7, total: 9 });
    posts.stopSearch();
    await second;
    expect([searches[1]?.signal.aborted, posts.search.value, posts.state.value]).toEqual([
      true,
      { is: 'stopped' },
      'ready',
    ]);
    expect(indexes(posts)).toEqual([12, 9, 6]);
  });

  it('says when the log cannot be read, and reads again', async () => {
    let isBroken = true;
    const { ports } = logOf(2);
    const posts = createPostsModel(
      {
        ...ports,
        listPosts: (query) => (isBroken ? Promise.reject(new Error('closed')) : ports.listPosts(query)),
      },
      SIZES,
    );
    await posts.show({});
    expect([posts.state.value, posts.problem.value]).toEqual(['failed', 'closed']);
    isBroken = false;
    await posts.show({});
    expect([posts.state.value, indexes(posts)]).toEqual(['ready', [3, 0]]);
  });
});
