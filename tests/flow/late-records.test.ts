import { beforeEach, expect, test } from 'vitest';
import { createLateRecords, type LateRecord } from '#lib/flow/late-records.ts';
import { LogError } from '#lib/log/log-error.ts';
import type { Log } from '#lib/log/open-log.ts';
import { openTestLog, uuid } from '../log/test-log.ts';

let log: Log;
let isBroken: boolean;
let waiting: LateRecord[];
let now: number;

beforeEach(async () => {
  log = await openTestLog();
  isBroken = false;
  waiting = [];
  now = Date.UTC(2026, 10, 20, 18, 0);
});

const late = createLateRecords({
  openLog: async () => {
    if (isBroken) throw new LogError('unavailable', 'no database');
    return log;
  },
  store: {
    read: async () => waiting,
    write: async (records) => {
      waiting = records;
    },
  },
  now: () => now,
});

test('case 33: what the log could not take goes in later, marked, and before what comes next', async () => {
  isBroken = true;
  await expect(late.record({ event: 'post.held', post: uuid(1), site: 'x' })).rejects.toThrow(LogError);
  expect(waiting).toHaveLength(1);

  isBroken = false;
  await late.record({ event: 'post.held', post: uuid(2), site: 'x' });
  const entries = (await log.read({ from: 1, limit: 10 }, 'forward')).map(({ post, reason }) => ({
    post,
    reason,
  }));
  expect(entries).toEqual([
    { post: uuid(1), reason: 'recorded late; happened at 2026-11-20T18:00:00.000Z' },
    { post: uuid(2), reason: undefined },
  ]);
  expect(waiting).toEqual([]);
});

test('the failure is the caller’s to see, and no text waits', async () => {
  isBroken = true;
  const held = late.record({ event: 'post.held', post: uuid(1) }, [{ what: 'draft', text: 'secret words' }], {
    keepText: true,
  });
  await expect(held).rejects.toThrow('no database');
  expect(JSON.stringify(waiting)).not.toContain('secret words');
});

test('of very many the newest wait', async () => {
  isBroken = true;
  for (let at = 0; at < 210; at += 1)
    await late.record({ event: 'post.held', post: uuid(at) }).catch(() => undefined);
  expect(waiting).toHaveLength(200);
  expect(waiting.at(-1)?.facts.post).toBe(uuid(209));
});
