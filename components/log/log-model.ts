import { signal } from '@preact/signals';
import type { LogStanding } from '#lib/model/log-standing.ts';
import {
  type EraseState,
  LogElsewhere,
  type LogModel,
  type LogPorts,
  type PostSummary,
  type VerifyState,
} from './contract.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The log as a page sees it, made once per page. `pageSize`: posts read at a time. */
export const createLogModel = (ports: LogPorts, pageSize: number): LogModel => {
  const posts = signal<readonly PostSummary[]>([]);
  const state = signal<LogModel['state']['value']>('loading');
  const problem = signal('');
  const hasMore = signal(false);
  const search = signal('');
  const verification = signal<VerifyState>({ is: 'idle' });
  const isVerifierMissing = signal(false);
  const standing = signal<LogStanding | undefined>(undefined);
  const erasing = signal<EraseState>({ is: 'idle' });
  /** Answers to an older question than the last one are dropped. */
  let question = 0;
  let searching = new AbortController();

  const read = async (before: PostSummary | undefined): Promise<void> => {
    question += 1;
    const mine = question;
    searching.abort();
    searching = new AbortController();
    const words = search.value.trim();
    try {
      const asked = { limit: pageSize + 1, ...(before && { before: before.index }) };
      const found = await (words === ''
        ? ports.listPosts({ ...asked, filter: {} })
        : ports.searchPosts({ ...asked, filter: { words }, signal: searching.signal, onProgress: () => {} }));
      if (mine !== question) return;
      const page = found.slice(0, pageSize);
      posts.value = before ? [...posts.value, ...page] : page;
      hasMore.value = found.length > pageSize;
      state.value = 'ready';
    } catch (error) {
      if (mine !== question) return;
      if (isElsewhere(error)) return;
      problem.value = messageOf(error);
      state.value = 'failed';
    }
  };

  /** The page may read nothing of the log: said once, in place of everything that needs it. */
  const isElsewhere = (error: unknown): boolean => {
    if (!(error instanceof LogElsewhere)) return false;
    state.value = 'elsewhere';
    return true;
  };

  const readStanding = async (): Promise<void> => {
    // A background that does not answer is shown elsewhere; the list does not need it.
    standing.value = await ports.readStanding().catch(() => standing.value);
  };

  return {
    posts,
    state,
    problem,
    hasMore,
    search,
    verification,
    isVerifierMissing,
    standing,
    erasing,
    receipts: ports.receipts,
    witness: ports.witness,
    exports: ports.exports,
    async load() {
      await Promise.all([read(undefined), readStanding()]);
    },
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
        verification.value = isElsewhere(error) ? { is: 'idle' } : { is: 'failed', detail: messageOf(error) };
      }
    },
    async saveVerifier() {
      try {
        await ports.saveVerifier();
      } catch (error) {
        isVerifierMissing.value = true;
        problem.value = messageOf(error);
      }
    },
    async dismissWarning() {
      await ports.dismissWarning().catch(() => undefined);
      await readStanding();
    },
    askToErase() {
      if (erasing.value.is !== 'running') erasing.value = { is: 'asking' };
    },
    keepTexts() {
      erasing.value = { is: 'idle' };
    },
    async eraseTexts() {
      if (erasing.value.is !== 'asking') return;
      erasing.value = { is: 'running' };
      try {
        erasing.value = { is: 'done', count: await ports.eraseTexts() };
        await read(undefined);
      } catch (error) {
        problem.value = messageOf(error);
        erasing.value = { is: 'failed' };
      }
    },
  };
};
