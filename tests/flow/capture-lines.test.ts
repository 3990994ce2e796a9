import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCaptureLines } from '#lib/flow/capture-lines.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Captures that take some time each, and what has been done so far, in order. */
const setUp = () => {
  const lines = createCaptureLines(() => performance.now());
  const done: string[] = [];
  const refused: string[] = [];
  const capture = (source: string, name: string, { takes = 10, length = 100 } = {}): void => {
    const remember = async () => {
      await after(takes);
      done.push(name);
    };
    lines.remember({ source, length, remember }).catch(() => refused.push(name));
  };
  return { lines, done, refused, capture };
};

test('one at a time, and a lone one at once', async () => {
  const { done, capture } = setUp();
  capture('a', 'a1');
  capture('a', 'a2');
  await vi.advanceTimersByTimeAsync(10);
  expect(done).toEqual(['a1']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(done).toEqual(['a1', 'a2']);
  // Rested for long.
  capture('a', 'a3');
  await vi.advanceTimersByTimeAsync(10);
  expect(done).toEqual(['a1', 'a2', 'a3']);
});

test('the tools in turn: one that floods keeps another waiting for one answer, not for all', async () => {
  const { done, capture } = setUp();
  for (let at = 0; at < 30; at += 1) capture('flood', `flood ${at}`, { takes: 500 });
  await vi.advanceTimersByTimeAsync(1800);
  const before = done.length;
  capture('quiet', 'quiet');
  await vi.advanceTimersByTimeAsync(1200);
  expect(done.indexOf('quiet')).toBeLessThanOrEqual(before + 1);
});

test('a tool that floods has half of the time at most', async () => {
  const { done, capture } = setUp();
  for (let at = 0; at < 30; at += 1) capture('flood', `${at}`, { takes: 100 });
  await vi.advanceTimersByTimeAsync(2000);
  expect(done.length).toBeGreaterThan(7);
  expect(done.length).toBeLessThanOrEqual(10);
});

test('none begins while a person waits for a decision, and all go on after it', async () => {
  const { lines, done, capture } = setUp();
  const first = lines.first(() => after(5000));
  const failed = lines.first(async () => {
    await after(3000);
    throw new Error('no answer');
  });
  const isRefused = expect(failed).rejects.toThrow('no answer');
  capture('a', 'a1');
  await vi.advanceTimersByTimeAsync(4000);
  await isRefused;
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(1100);
  await first;
  expect(done).toEqual(['a1']);
});

test('what is too much of one tool is refused, by number and by size, and no other tool is', async () => {
  const { done, refused, capture } = setUp();
  for (let at = 0; at < 100; at += 1) capture('many', `many ${at}`);
  for (let at = 0; at < 20; at += 1) capture('large', `large ${at}`, { length: 700_000 });
  capture('quiet', 'quiet');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(done.filter((name) => name.startsWith('many'))).toHaveLength(33);
  expect(done.filter((name) => name.startsWith('large'))).toHaveLength(5);
  expect(refused).toHaveLength(67 + 15);
  expect(done).toContain('quiet');
  // There is room again.
  capture('large', 'large again', { length: 700_000 });
  await vi.advanceTimersByTimeAsync(2000);
  expect(done.at(-1)).toBe('large again');
});

test('one that fails fails alone', async () => {
  const { lines, done, capture } = setUp();
  const failed = expect(
    lines.remember({ source: 'a', length: 1, remember: () => Promise.reject(new Error('quota')) }),
  ).rejects.toThrow('quota');
  capture('a', 'a2');
  await vi.advanceTimersByTimeAsync(1000);
  await failed;
  expect(done).toEqual(['a2']);
});
