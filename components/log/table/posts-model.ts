import { signal } from '@preact/signals';
import type { LogFilter } from '#lib/model/log-query.ts';
import { LogElsewhere, type PostSummary, type PostsPorts } from '../contract.ts';
import { createPostPages, type PostPages } from './post-pages.ts';
import type { PostsModel } from './table-contract.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * The posts that a filter lets through, a few pages of them at a time: what one scrolls away from is let go, so that
 * memory does not grow however far one goes.
 */
export const createPostsModel = (
  ports: Pick<PostsPorts, 'listPosts' | 'searchPosts'>,
  { pageSize, pagesKept }: { pageSize: number; pagesKept: number },
): PostsModel => {
  const filter = signal<LogFilter>({});
  const rows = signal<readonly PostSummary[]>([]);
  const first = signal<number | undefined>(0);
  const hasOlder = signal(false);
  const hasNewer = signal(false);
  const state = signal<PostsModel['state']['value']>('loading');
  const problem = signal('');
  const search = signal<PostsModel['search']['value']>({ is: 'off' });
  let running = new AbortController();
  let pages: PostPages = createPostPages(pagesKept);
  let isReading = false;

  const show = (): void => {
    rows.value = pages.rows();
    first.value = pages.first();
    hasOlder.value = pages.hasOlder();
    hasNewer.value = pages.hasNewer();
  };

  /** One page more than nothing: whether there is a further one is known only by asking for one post too many. */
  const read = async (
    place: { before?: number; after?: number },
    signalOf: AbortSignal,
  ): Promise<readonly PostSummary[]> => {
    const { words, ...rest } = filter.value;
    const page = { ...place, limit: pageSize + 1 };
    if (words === undefined || words.trim() === '') return ports.listPosts({ ...page, filter: rest });
    search.value = { is: 'running', done: 0, total: 0 };
    const found = await ports.searchPosts({
      limit: page.limit,
      ...(place.before !== undefined && { before: place.before }),
      filter: filter.value,
      signal: signalOf,
      onProgress(done, total) {
        if (!signalOf.aborted) search.value = { is: 'running', done, total };
      },
    });
    if (!signalOf.aborted) search.value = { is: 'done' };
    return found;
  };

  const isSearch = (): boolean => (filter.value.words ?? '').trim() !== '';

  /** What an older question still brings is dropped. */
  const load = async (work: (signalOf: AbortSignal) => Promise<void>): Promise<void> => {
    const { signal: mine } = running;
    isReading = true;
    try {
      await work(mine);
      if (mine.aborted) return;
      show();
      state.value = 'ready';
    } catch (error) {
      if (mine.aborted) return;
      problem.value = messageOf(error);
      state.value = error instanceof LogElsewhere ? 'elsewhere' : 'failed';
      search.value = { is: 'off' };
    } finally {
      if (!mine.aborted) isReading = false;
    }
  };

  const begin = (): void => {
    running.abort();
    running = new AbortController();
    if (!isSearch()) search.value = { is: 'off' };
  };

  const toNewest = (): Promise<void> => {
    begin();
    return load(async (mine) => {
      const found = await read({}, mine);
      if (!mine.aborted) pages = createPostPages(pagesKept, found, pageSize);
    });
  };

  const loadOlder = async (): Promise<void> => {
    const last = pages.rows().at(-1);
    if (isReading || !pages.hasOlder() || !last) return;
    await load(async (mine) => {
      const found = await read({ before: last.index }, mine);
      if (!mine.aborted) pages.addOlder(found, pageSize);
    });
  };

  const loadNewer = async (): Promise<void> => {
    const newest = pages.rows()[0];
    if (isReading || !pages.hasNewer() || !newest) return;
    await load(async (mine) => {
      // Words are looked for in one direction: the page that was let go is found again from where it began.
      const found = isSearch()
        ? await read(pages.startOfNewer(), mine)
        : await read({ after: newest.index }, mine);
      if (!mine.aborted) pages.addNewer(found, pageSize, isSearch());
    });
  };

  return {
    filter,
    rows,
    first,
    hasOlder,
    hasNewer,
    state,
    problem,
    search,
    show(wanted) {
      filter.value = wanted;
      // Nothing is known yet of what this filter lets through.
      if (rows.value.length === 0) state.value = 'loading';
      return toNewest();
    },
    loadOlder,
    loadNewer,
    toNewest: async () => {
      if (pages.hasNewer()) await toNewest();
    },
    async toOldest() {
      if (!pages.hasOlder()) return;
      if (isSearch()) {
        await loadOlder();
        return;
      }
      begin();
      await load(async (mine) => {
        const found = await read({ after: -1 }, mine);
        if (!mine.aborted) pages = createPostPages(pagesKept).fromEnd(found, pageSize);
      });
    },
    stopSearch() {
      if (search.value.is !== 'running') return;
      running.abort();
      running = new AbortController();
      isReading = false;
      search.value = { is: 'stopped' };
      if (state.value === 'loading') state.value = 'ready';
    },
  };
};
