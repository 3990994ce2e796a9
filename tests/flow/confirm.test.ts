import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CONFIRM_WITHIN, type Confirmation, confirmArrival } from '#lib/flow/confirm.ts';
import type { Arrival } from '#lib/sites/read-arrival.ts';

const STILL: Arrival = { composer: 'unchanged', toast: false, permalink: undefined, failure: undefined };
const PERMALINK = 'https://mastodon.social/@ada/1';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Heard = Confirmation | 'pending' | undefined;

/** Runs against what the page shows, and what is heard, over time: `[milliseconds, what from then on]`. */
const watch = (
  shows: [number, Partial<Arrival>][],
  isBusy = false,
  waitsUntil = 0,
  hears: [number, Heard][] = [],
) => {
  const start = Date.now();
  const leaving = new AbortController();
  const asked: number[] = [];
  let ended: Confirmation | undefined;
  const elapsed = (): number => Date.now() - start;
  void confirmArrival({
    look: () => ({ ...STILL, ...shows.findLast(([from]) => elapsed() >= from)?.[1] }),
    hear: () => hears.findLast(([from]) => elapsed() >= from)?.[1],
    isBusy: () => isBusy,
    isWaiting: () => elapsed() < waitsUntil,
    onNoReaction: () => void asked.push(elapsed()),
    signal: leaving.signal,
    now: elapsed,
  }).then((confirmation) => {
    ended = confirmation;
  });
  return {
    asked,
    async after(milliseconds: number): Promise<Confirmation | undefined> {
      await vi.advanceTimersByTimeAsync(milliseconds);
      return ended;
    },
    leave: () => leaving.abort(),
  };
};

test('a permalink is evidence at once', async () => {
  const page = watch([[400, { composer: 'emptied', permalink: PERMALINK }]]);
  expect(await page.after(399)).toBeUndefined();
  expect(await page.after(300)).toEqual({ outcome: 'published', permalink: PERMALINK });
});

test.each([
  ['gone', { composer: 'gone' }],
  ['emptied', { composer: 'emptied' }],
  ['there, with a toast', { toast: true }],
] as const)('a composer that is %s counts, after a while for the permalink', async (_, shown) => {
  const page = watch([[200, shown]]);
  expect(await page.after(3000)).toBeUndefined();
  expect(await page.after(1000)).toEqual({ outcome: 'published' });
});

test('a permalink that comes a little later is taken along', async () => {
  const page = watch([
    [200, { composer: 'gone' }],
    [2000, { composer: 'gone', permalink: PERMALINK }],
  ]);
  expect(await page.after(2300)).toEqual({ outcome: 'published', permalink: PERMALINK });
});

test('what the site says went wrong is the reason', async () => {
  const page = watch([[600, { failure: 'Text is not allowed here' }]]);
  expect(await page.after(1000)).toEqual({ outcome: 'failed', reason: 'Text is not allowed here' });
});

test('a changed composer alone is no evidence', async () => {
  const page = watch([[200, { composer: 'changed' }]]);
  expect(await page.after(CONFIRM_WITHIN)).toBeUndefined();
  expect(await page.after(400)).toEqual({ outcome: 'unconfirmed', reason: 'no-evidence' });
});

test('a page that does not react is told of once, one that is busy not at all', async () => {
  const idle = watch([]);
  await idle.after(10_000);
  expect(idle.asked).toHaveLength(1);
  expect(idle.asked[0]).toBeGreaterThan(4000);
  const busy = watch([], true);
  await busy.after(10_000);
  expect(busy.asked).toEqual([]);
});

test('leaving the page without a sign leaves it open; after a sign it is published', async () => {
  const early = watch([]);
  await early.after(1000);
  early.leave();
  expect(await early.after(0)).toEqual({ outcome: 'unconfirmed', reason: 'page-left' });
  const late = watch([[200, { composer: 'gone' }]]);
  await late.after(1000);
  late.leave();
  expect(await late.after(0)).toEqual({ outcome: 'published' });
});

test('nothing looks at the page any more once it has ended', async () => {
  const page = watch([[200, { permalink: PERMALINK }]]);
  await page.after(1000);
  expect(vi.getTimerCount()).toBe(0);
});

test('while the site asks the person something the time does not count', async () => {
  const page = watch([], false, 120_000);
  expect(await page.after(120_000)).toBeUndefined();
  expect(page.asked).toEqual([]);
  expect(await page.after(CONFIRM_WITHIN + 1000)).toEqual({ outcome: 'unconfirmed', reason: 'no-evidence' });
});

test('a composer that is gone proves nothing while the site still asks', async () => {
  const page = watch([[200, { composer: 'gone' }]], false, 60_000);
  expect(await page.after(59_000)).toBeUndefined();
  expect(await page.after(6000)).toEqual({ outcome: 'published' });
});

const TAKEN: Confirmation = { outcome: 'published', permalink: PERMALINK, seenByPage: true };

test.each([
  TAKEN,
  { outcome: 'scheduled', due: 1_800_000_000_000, seenByPage: true },
  { outcome: 'failed', reason: 'You already said that.', seenByPage: true },
] as const)('what the site answers counts at once, whatever the page shows: %j', async (heard) => {
  const page = watch([[0, { composer: 'gone' }]], false, 0, [
    [0, 'pending'],
    [1000, heard],
  ]);
  expect(await page.after(999)).toBeUndefined();
  expect(await page.after(200)).toEqual(heard);
});

test('taken without an address: the page may show one a little later', async () => {
  const taken: Confirmation = { outcome: 'published', seenByPage: true };
  const silent = watch([], false, 0, [[200, taken]]);
  expect(await silent.after(3000)).toBeUndefined();
  expect(await silent.after(1000)).toEqual(taken);
  const shown = watch([[1500, { toast: true, permalink: PERMALINK }]], false, 0, [[200, taken]]);
  expect(await shown.after(2000)).toEqual({ outcome: 'published', permalink: PERMALINK });
});

test('a composer that is emptied proves nothing while the answer is on its way', async () => {
  const page = watch([[200, { composer: 'emptied' }]], false, 0, [
    [100, 'pending'],
    [20_000, { outcome: 'failed', reason: 'http-503' }],
  ]);
  expect(await page.after(19_900)).toBeUndefined();
  expect(await page.after(300)).toEqual({ outcome: 'failed', reason: 'http-503' });
  const lost = watch([[200, { composer: 'emptied' }]], false, 0, [[100, 'pending']]);
  expect(await lost.after(CONFIRM_WITHIN + 400)).toEqual({ outcome: 'published' });
});
