import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createQuietTimer } from '#lib/provenance/store/quiet-timer.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

const QUIET = 5000;

const setUp = () => {
  const work = vi.fn();
  const timer = createQuietTimer(QUIET, work);
  /** Something happens each second. */
  const beBusy = (seconds: number): void => {
    for (let second = 0; second < seconds; second += 1) {
      timer.touch();
      vi.advanceTimersByTime(1000);
    }
  };
  return { work, timer, beBusy };
};

test('works once when it has been quiet for long enough', () => {
  const { work, beBusy } = setUp();
  beBusy(10);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(QUIET);
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10 * QUIET);
  expect(work).toHaveBeenCalledTimes(1);
});

test('works all the same where it is never quiet', () => {
  const { work, beBusy } = setUp();
  beBusy(36);
  expect(work).toHaveBeenCalledTimes(1);
  beBusy(72);
  expect(work).toHaveBeenCalledTimes(3);
});

test('does nothing once it is stopped', () => {
  const { work, timer, beBusy } = setUp();
  beBusy(2);
  timer.stop();
  vi.advanceTimersByTime(10 * QUIET);
  expect(work).not.toHaveBeenCalled();
});
