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

/** The log as a page sees it, made once per page. `shown`: how many of the newest posts it has. */
export const createLogModel = (ports: LogPorts, shown: number): LogModel => {
  const posts = signal<readonly PostSummary[]>([]);
  const state = signal<LogModel['state']['value']>('loading');
  const problem = signal('');
  const search = signal('');
  const verification = signal<VerifyState>({ is: 'idle' });
  const isVerifierMissing = signal(false);
  const standing = signal<LogStanding | undefined>(undefined);
  const erasing = signal<EraseState>({ is: 'idle' });
  /** Answers to an older question than the last one are dropped. */
  let question = 0;
  let searching = new AbortController();

  const read = async (): Promise<void> => {
    question += 1;
    const mine = question;
    searching.abort();
    searching = new AbortController();
    const words = search.value.trim();
    try {
      const found = await (words === ''
        ? ports.listPosts({ filter: {}, limit: shown })
        : ports.searchPosts({
            filter: { words },
            limit: shown,
            signal: searching.signal,
            onProgress: () => undefined,
          }));
      if (mine !== question) return;
      posts.value = found;
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
    search,
    verification,
    isVerifierMissing,
    standing,
    erasing,
    receipts: ports.receipts,
    witness: ports.witness,
    former: ports.former,
    room: ports.room,
    exports: ports.exports,
    stamps: ports.stamps,
    backups: ports.backups,
    async load() {
      await Promise.all([read(), readStanding()]);
    },
    loadStanding: readStanding,
    searchFor(words) {
      search.value = words;
      return read();
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
        await read();
      } catch (error) {
        problem.value = messageOf(error);
        erasing.value = { is: 'failed' };
      }
    },
  };
};
