import { beforeEach, expect, test } from 'vitest';
import { createLogWarnings, type WarningStore } from '#lib/flow/log-warnings.ts';

let stored: Awaited<ReturnType<WarningStore['read']>>;
let now: number;

const warnings = createLogWarnings({
  store: {
    read: async () => stored,
    write: async (warning) => {
      stored = warning;
    },
    remove: async () => {
      stored = undefined;
    },
  },
  now: () => now,
});

beforeEach(() => {
  stored = undefined;
  now = 1000;
});

const LOST = { is: 'lost', remembered: 9, found: 0 } as const;

test('a log that is as it was left warns of nothing', async () => {
  await warnings.note({ is: 'new' });
  await warnings.note({ is: 'kept' });
  expect(stored).toBeUndefined();
});

test('the warning outlives openings that find the log as it was left since', async () => {
  await warnings.note(LOST);
  now = 2000;
  await warnings.note({ is: 'kept' });
  expect(await warnings.read()).toEqual({ ...LOST, time: 1000 });
});

test('once dismissed it does not come back, also where the log has no new entry yet', async () => {
  await warnings.note(LOST);
  await warnings.dismiss();
  expect(await warnings.read()).toBeUndefined();
  await warnings.note(LOST);
  expect(await warnings.read()).toBeUndefined();
});

test('the same misfortune a second time is news', async () => {
  await warnings.note(LOST);
  await warnings.dismiss();
  await warnings.note({ is: 'kept' });
  await warnings.note(LOST);
  expect(await warnings.read()).toMatchObject(LOST);
});

test('another misfortune is news, dismissed or not', async () => {
  await warnings.note(LOST);
  await warnings.dismiss();
  const next = { is: 'rolled-back', remembered: 9, found: 4 } as const;
  await warnings.note(next);
  expect(await warnings.read()).toEqual({ ...next, time: 1000 });
});

test('to dismiss nothing is nothing', async () => {
  await warnings.dismiss();
  expect(stored).toBeUndefined();
});
