import { describe, expect, it } from 'vitest';
import { LogElsewhere, type LogPorts, type PostSummary } from '#components/log/contract.ts';
import { createLogModel } from '#components/log/log-model.ts';

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

const ports = (extra: Partial<LogPorts> = {}): LogPorts => ({
  listPosts: async ({ before = 100, limit }) =>
    Array.from({ length: limit }, (_, at) => post(before - 1 - at)).filter(({ index }) => index >= 95),
  searchPosts: () => Promise.reject(new Error('not asked')),
  weeks: () => Promise.reject(new Error('not asked')),
  facets: () => Promise.reject(new Error('not asked')),
  story: () => Promise.reject(new Error('not asked')),
  annotate: async () => undefined,
  recordReport: async () => undefined,
  nameOfSite: (site) => site,
  targetOf: (source) => ({ source, name: source, form: undefined }),
  verify: async () => ({ ok: true, size: 1 }),
  saveVerifier: async () => undefined,
  readStanding: async () => ({ keeping: 'on-disk' }),
  dismissWarning: async () => undefined,
  eraseTexts: async () => 0,
  erasePost: async () => 0,
  exports: { readSites: async () => [], save: async () => ({ is: 'cancelled' }) },
  backups: {
    save: async () => ({ is: 'cancelled' }),
    restore: async () => ({ is: 'cancelled' }),
  },
  receipts: {
    read: () => Promise.reject(new Error('not asked')),
    save: async () => undefined,
    saveCard: async () => undefined,
  },
  stamps: {
    readAddress: async () => '',
    prepare: async () => undefined,
    ask: () => Promise.reject(new Error('not asked')),
  },
  witness: { sign: () => Promise.reject(new Error('not asked')) },
  room: { read: async () => ({ used: 1, most: 2, isPromised: false }) },
  former: { list: async () => [], save: async () => undefined },
  ...extra,
});

describe('the log model', () => {
  it('has the newest posts', async () => {
    const log = createLogModel(ports(), 3);
    await log.load();
    expect(log.posts.value.map(({ index }) => index)).toEqual([99, 98, 97]);
  });

  it('shows the answer to the last search, whichever comes last', async () => {
    const answers: ((posts: PostSummary[]) => void)[] = [];
    const log = createLogModel(
      ports({ searchPosts: () => new Promise((resolve) => answers.push(resolve)) }),
      3,
    );
    const [first, second] = [log.searchFor('a'), log.searchFor('ab')];
    answers[1]?.([post(2)]);
    answers[0]?.([post(1)]);
    await Promise.all([first, second]);
    expect(log.posts.value.map(({ index }) => index)).toEqual([2]);
  });

  it('says when the log cannot be read, and reads again when it can', async () => {
    let isBroken = true;
    const { listPosts } = ports();
    const log = createLogModel(
      ports({ listPosts: (query) => (isBroken ? Promise.reject(new Error('closed')) : listPosts(query)) }),
      3,
    );
    await log.load();
    expect([log.state.value, log.problem.value]).toEqual(['failed', 'closed']);
    isBroken = false;
    await log.load();
    expect(log.state.value).toBe('ready');
  });

  it('verifies once at a time', async () => {
    let calls = 0;
    const log = createLogModel(
      ports({
        async verify(onProgress) {
          calls += 1;
          onProgress(1, 2);
          return { ok: false, code: 'edited', index: 1 };
        },
      }),
      3,
    );
    const running = [log.verify(), log.verify()];
    expect(log.verification.value).toEqual({ is: 'running', done: 1, total: 2 });
    await Promise.all(running);
    expect(calls).toBe(1);
    expect(log.verification.value).toEqual({ is: 'done', result: { ok: false, code: 'edited', index: 1 } });
  });

  it('tells a verification that could not run from one that failed', async () => {
    const log = createLogModel(ports({ verify: () => Promise.reject(new Error('no database')) }), 3);
    await log.verify();
    expect(log.verification.value).toEqual({ is: 'failed', detail: 'no database' });
  });

  it('shows a warning until the background says that it was dismissed', async () => {
    const warning = { is: 'lost', remembered: 9, found: 0, time: 1 } as const;
    let isDismissed = false;
    const log = createLogModel(
      ports({
        readStanding: async () => ({ keeping: 'on-disk', ...(!isDismissed && { warning }) }),
        async dismissWarning() {
          isDismissed = true;
        },
      }),
      3,
    );
    await log.load();
    expect(log.standing.value).toEqual({ keeping: 'on-disk', warning });
    await log.dismissWarning();
    expect(log.standing.value).toEqual({ keeping: 'on-disk' });
  });

  it('shows the posts though nobody says how the log stands', async () => {
    const log = createLogModel(ports({ readStanding: () => Promise.reject(new Error('silent')) }), 3);
    await log.load();
    expect([log.state.value, log.standing.value]).toEqual(['ready', undefined]);
  });

  it('tells a log that this page may not read from one that cannot be read', async () => {
    const log = createLogModel(ports({ listPosts: () => Promise.reject(new LogElsewhere()) }), 3);
    await log.load();
    expect(log.state.value).toBe('elsewhere');
  });

  it('tells it also where only the verification or the export met it', async () => {
    const elsewhere = () => Promise.reject(new LogElsewhere());
    const log = createLogModel(ports({ verify: elsewhere }), 3);
    await log.load();
    await log.verify();
    expect([log.state.value, log.verification.value]).toEqual(['elsewhere', { is: 'idle' }]);
  });

  it('says when the verifier could not be saved', async () => {
    const log = createLogModel(ports({ saveVerifier: () => Promise.reject(new Error('no room')) }), 3);
    await log.saveVerifier();
    expect([log.isVerifierMissing.value, log.problem.value]).toEqual([true, 'no room']);
  });

  it('erases only what was asked about first, and reads the posts again', async () => {
    let erased = 0;
    let reads = 0;
    const { listPosts } = ports();
    const log = createLogModel(
      ports({
        listPosts(query) {
          reads += 1;
          return listPosts(query);
        },
        async eraseTexts() {
          erased += 1;
          return 7;
        },
      }),
      3,
    );
    await log.eraseTexts();
    log.askToErase();
    log.keepTexts();
    await log.eraseTexts();
    expect(erased).toBe(0);
    log.askToErase();
    await Promise.all([log.eraseTexts(), log.eraseTexts()]);
    expect([erased, reads]).toEqual([1, 1]);
    expect(log.erasing.value).toEqual({ is: 'done', count: 7 });
  });

  it('says when texts could not be erased', async () => {
    const log = createLogModel(ports({ eraseTexts: () => Promise.reject(new Error('no space')) }), 3);
    log.askToErase();
    await log.eraseTexts();
    expect([log.erasing.value, log.problem.value]).toEqual([{ is: 'failed' }, 'no space']);
  });
});
