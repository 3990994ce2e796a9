import { signal } from '@preact/signals';
import type { LogModel, LogPorts, PostSummary, VerifyState } from './contract.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The log as a page sees it, made once per page. `pageSize`: posts read at a time. */
export const createLogModel = (ports: LogPorts, pageSize: number): LogModel => {
  const posts = signal<readonly PostSummary[]>([]);
  const state = signal<'loading' | 'ready' | 'failed'>('loading');
  const problem = signal('');
  const hasMore = signal(false);
  const search = signal('');
  const verification = signal<VerifyState>({ is: 'idle' });
  const exporting = signal<'idle' | 'running' | 'failed'>('idle');
  /** Answers to an older question than the last one are dropped. */
  let question = 0;

  const read = async (before: PostSummary | undefined): Promise<void> => {
    question += 1;
    const mine = question;
    const words = search.value.trim();
    try {
      const found = await ports.listPosts({
        limit: pageSize + 1,
        ...(before && { before: before.index }),
        ...(words !== '' && { search: words }),
      });
      if (mine !== question) return;
      const page = found.slice(0, pageSize);
      posts.value = before ? [...posts.value, ...page] : page;
      hasMore.value = found.length > pageSize;
      state.value = 'ready';
    } catch (error) {
      if (mine !== question) return;
      problem.value = messageOf(error);
      state.value = 'failed';
    }
  };

  return {
    posts,
    state,
    problem,
    hasMore,
    search,
    verification,
    exporting,
    load: () => read(undefined),
    loadMore: () => read(posts.value.at(-1)),
    searchFor(words) {
      search.value = words;
      return read(undefined);
    },
    async verify() {
      if (verification.value.is === 'running') return;
      verification.value = { is: 'running', done: 0, total: 0 };
      try {
        const result = await ports.verify((done, total) => {
          verification.value = { is: 'running', done, total };
        });
        verification.value = { is: 'done', result };
      } catch (error) {
        verification.value = { is: 'failed', detail: messageOf(error) };
      }
    },
    async exportLog(withText) {
      exporting.value = 'running';
      try {
        await ports.exportLog({ withText });
        exporting.value = 'idle';
      } catch (error) {
        problem.value = messageOf(error);
        exporting.value = 'failed';
      }
    },
  };
};
