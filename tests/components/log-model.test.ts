import { describe, expect, it } from 'vitest';
import type { LogPorts, PostSummary } from '#components/log/contract.ts';
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
  verify: async () => ({ ok: true, size: 1 }),
  exportLog: async () => undefined,
  ...extra,
});

describe('the log model', () => {
  it('reads page after page until there is no more', async () => {
    const log = createLogModel(ports(), 3);
    await log.load();
    expect(log.posts.value.map(({ index }) => index)).toEqual([99, 98, 97]);
    expect(log.hasMore.value).toBe(true);
    await log.loadMore();
    expect(log.posts.value.map(({ index }) => index)).toEqual([99, 98, 97, 96, 95]);
    expect(log.hasMore.value).toBe(false);
  });

  it('shows the answer to the last search, whichever comes last', async () => {
    const answers: ((posts: PostSummary[]) => void)[] = [];
    const log = createLogModel(
      ports({ listPosts: () => new Promise((resolve) => answers.push(resolve)) }),
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
});
