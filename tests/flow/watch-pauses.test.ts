import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** Stands in for the page: what is heard on the window, and the element that was typed in, in one. */
class Page extends EventTarget {}

vi.mock('#lib/flow/closed-root.ts', () => ({ isOwnHost: () => false }));

const { watchPauses } = await import('#lib/flow/watch-pauses.ts');

const ANSWER = 'Give a rescue dog two quiet weeks before you ask anything of it.';

let page: Page;
let looks: number;

beforeEach(() => {
  vi.useFakeTimers();
  page = new Page();
  vi.stubGlobal('window', page);
  vi.stubGlobal('Element', Page);
  looks = 0;
  watchPauses(() => {
    looks += 1;
  }, new AbortController().signal);
});
afterEach(() => vi.useRealTimers());

const insert = (data: string | null): void => {
  page.dispatchEvent(Object.assign(new Event('input'), { data }));
};

test('letters are looked at in the pause after them', () => {
  for (const letter of 'Soup for lunch') {
    insert(letter);
    vi.advanceTimersByTime(150);
  }
  expect(looks).toBe(0);
  vi.advanceTimersByTime(600);
  expect(looks).toBe(1);
  vi.advanceTimersByTime(10_000);
  expect(looks).toBe(1);
});

test('what comes in one piece is looked at as soon as the editor has taken it in', () => {
  insert(ANSWER);
  expect(looks).toBe(0);
  vi.advanceTimersByTime(60);
  expect(looks).toBe(1);
  insert('!');
  vi.advanceTimersByTime(600);
  expect(looks).toBe(2);
});

test('an input that does not say what came waits for the pause', () => {
  insert(null);
  vi.advanceTimersByTime(60);
  expect(looks).toBe(0);
  vi.advanceTimersByTime(600);
  expect(looks).toBe(1);
});
