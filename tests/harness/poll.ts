import type { WaitOptions } from './tab.ts';

const INTERVAL = 25;

/** Asks again and again until the answer is something true, and returns it. @throws Error after `timeout` */
export async function until<T>(
  ask: () => T | Promise<T>,
  { timeout = 10_000, what = ask.toString() }: WaitOptions = {},
): Promise<NonNullable<Awaited<T>>> {
  const end = performance.now() + timeout;
  let lastError: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (performance.now() > end) {
      throw new Error(`waited ${timeout} ms for ${what}`, lastError ? { cause: lastError } : {});
    }
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
