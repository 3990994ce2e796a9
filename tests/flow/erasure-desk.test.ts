import { expect, test } from 'vitest';
import { createErasureDesk } from '#lib/flow/erasure-desk.ts';
import type { LateRecord } from '#lib/flow/late-records.ts';
import { verifyExport } from '#lib/log/verify.ts';
import { DEFAULT_SETTINGS } from '#lib/storage/settings-store.ts';
import { verifySignature } from '../log/sample-log.ts';
import { collect, held, openTestLog, uuid, WHOLE } from '../log/test-log.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = 1_700_000_000_000;
const KEEP = { keepText: true };

/** A log with one text a day for `days` days, and the desk on the day after. */
async function openWorld({ keepTextDays, days }: { keepTextDays: number; days: number }) {
  let time = START;
  const log = await openTestLog({ now: () => time });
  for (let day = 1; day <= days; day += 1) {
    time = START + day * DAY;
    await log.append(held(day), [{ what: 'draft', text: `text of day ${day}` }], KEEP);
  }
  time += DAY;
  let late: LateRecord[] = [];
  let swept: number | undefined;
  const desk = createErasureDesk({
    openLog: async () => log,
    readSettings: async () => ({ ...DEFAULT_SETTINGS, keepTextDays }),
    lateStore: {
      read: async () => late,
      write: async (records) => {
        late = records;
      },
    },
    sweepStore: {
      read: async () => swept,
      write: async (at) => {
        swept = at;
      },
    },
    now: () => time,
  });
  return {
    log,
    desk,
    waiting: () => late,
    sleep: (ms: number) => {
      time += ms;
    },
    kept: async () => {
      const lines = await collect(log.exportLines(WHOLE));
      return lines.filter((line) => line.startsWith('{"content":')).length;
    },
  };
}

test('what is older than the days that were set goes, with its salt, and the log says so and still verifies', async () => {
  const { log, desk, kept } = await openWorld({ keepTextDays: 30, days: 40 });
  const before = await collect(log.exportLines(WHOLE));
  const earlier = await log.checkpoint();
  expect(await desk.sweep()).toBe(10);
  expect(await kept()).toBe(30);
  expect(await log.readText(uuid(10), 'draft')).toBeUndefined();
  expect(await log.readText(uuid(11), 'draft')).toBe('text of day 11');
  const [entry] = await log.read({ limit: 1 }, 'backward');
  expect(entry).toMatchObject({
    event: 'texts.erased',
    erased: { texts: 10, why: 'retention', before: START + 11 * DAY },
  });
  expect(await log.verify()).toMatchObject({ ok: true, size: 42 });
  const after = await collect(log.exportLines(WHOLE));
  const checked = await verifyExport(after, { verifySignature, knownCheckpoint: earlier });
  expect(checked).toMatchObject({ ok: true, extends: 41, texts: 30 });
  expect(await verifyExport(before, { verifySignature })).toMatchObject({ ok: true, texts: 40 });
});

test('nothing goes where no days are set, and nothing is recorded where nothing went', async () => {
  const forever = await openWorld({ keepTextDays: 0, days: 3 });
  expect(await forever.desk.sweep()).toBe(0);
  const young = await openWorld({ keepTextDays: 30, days: 3 });
  expect(await young.desk.sweep()).toBe(0);
  expect([await forever.log.size(), await young.log.size()]).toEqual([4, 4]);
});

test('more texts than one look takes in', async () => {
  const { desk, kept } = await openWorld({ keepTextDays: 5, days: 1203 });
  expect(await desk.sweep()).toBe(1198);
  expect(await kept()).toBe(5);
});

test('one look a day, also after the clock was set back', async () => {
  const { log, desk, sleep } = await openWorld({ keepTextDays: 1, days: 3 });
  await desk.sweepDaily();
  const size = await log.size();
  await log.append(held(9), [{ what: 'draft', text: 'a further text' }], KEEP);
  sleep(DAY / 2);
  await desk.sweepDaily();
  expect(await log.size()).toBe(size + 1);
  sleep(2 * DAY);
  await desk.sweepDaily();
  expect(await log.readText(uuid(9), 'draft')).toBeUndefined();
  sleep(-900 * DAY);
  await log.append(held(10), [{ what: 'draft', text: 'written in the past' }], KEEP);
  await desk.sweepDaily();
  expect(await log.readText(uuid(10), 'draft')).toBe('written in the past');
});

test('the text of one post, by its person: recorded with the post, whose standing stays', async () => {
  const { log, desk } = await openWorld({ keepTextDays: 0, days: 2 });
  await log.append({ event: 'post.released', post: uuid(1) });
  expect(await desk.erasePost({ post: uuid(1) })).toBe(1);
  expect(await desk.erasePost({ post: uuid(1) })).toBe(0);
  expect((await log.entriesOfPost(uuid(1))).at(-1)).toMatchObject({
    event: 'texts.erased',
    erased: { texts: 1, why: 'person' },
  });
  expect((await log.listPosts({ limit: 2 })).at(-1)).toMatchObject({ post: uuid(1), state: 'post.released' });
  expect(await log.openPosts()).toHaveLength(1);
  expect(await log.readText(uuid(2), 'draft')).toBe('text of day 2');
});

test('a log that takes no entry: the texts are gone all the same, and the record waits', async () => {
  const { log, desk, waiting, kept } = await openWorld({ keepTextDays: 0, days: 2 });
  const { append } = log;
  log.append = () => Promise.reject(new Error('no space'));
  await expect(desk.eraseAll()).rejects.toThrow('no space');
  log.append = append;
  expect(await kept()).toBe(0);
  expect(waiting()).toMatchObject([
    { facts: { event: 'texts.erased', erased: { texts: 2, why: 'person' } } },
  ]);
});
