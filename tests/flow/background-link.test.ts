import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const runtime = vi.hoisted(() => ({ id: 'candor' as string | null, sendMessage: vi.fn() }));
vi.mock('@wxt-dev/browser', () => ({ browser: { runtime } }));

const { ANSWER_WITHIN, ask, isOrphaned } = await import('#lib/flow/background-link.ts');

beforeEach(() => {
  vi.useFakeTimers();
  runtime.id = 'candor';
  runtime.sendMessage.mockReset();
});
afterEach(() => void vi.useRealTimers());

const codeOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => 'answered',
    (error) => (error as { code?: string }).code ?? error,
  );

test('gives the value of the answer', async () => {
  runtime.sendMessage.mockResolvedValue({ ok: true, value: true });
  expect(await ask('inject-review', {})).toBe(true);
  expect(runtime.sendMessage.mock.calls).toEqual([[{ name: 'inject-review', input: {} }]]);
});

test.each([
  ['rejects', () => Promise.reject(new Error('message channel closed'))],
  ['answers nothing', () => Promise.resolve(undefined)],
])('case 2: a background that %s as it goes down is asked again', async (_, first) => {
  runtime.sendMessage.mockImplementationOnce(first).mockImplementationOnce(first);
  runtime.sendMessage.mockResolvedValue({ ok: true, value: true });
  const answer = codeOf(ask('inject-review', {}));
  await vi.advanceTimersByTimeAsync(300);
  expect(await answer).toBe('answered');
  expect(runtime.sendMessage).toHaveBeenCalledTimes(3);
});

test('a background that only rejects is given up after a second', async () => {
  runtime.sendMessage.mockRejectedValue(new Error('message channel closed'));
  const answer = codeOf(ask('inject-review', {}));
  await vi.advanceTimersByTimeAsync(1000);
  expect(await answer).toBe('background-silent');
});

test('case 5: a background that hangs is given up in time, and not asked again', async () => {
  runtime.sendMessage.mockReturnValue(new Promise(() => undefined));
  const answer = codeOf(ask('inject-review', {}));
  await vi.advanceTimersByTimeAsync(ANSWER_WITHIN);
  expect(await answer).toBe('background-silent');
  expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
});

test('a refusal of the background is passed on and not asked again', async () => {
  runtime.sendMessage.mockResolvedValue({ ok: false, code: 'storage-failed', detail: 'quota' });
  expect(await codeOf(ask('inject-review', {}))).toBe('storage-failed');
  expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
});

test.each([null, undefined])('case 6: without a runtime id (%s) the script is an orphan', async (id) => {
  runtime.id = id as null;
  runtime.sendMessage.mockRejectedValue(new Error('Extension context invalidated.'));
  expect(isOrphaned()).toBe(true);
  expect(await codeOf(ask('inject-review', {}))).toBe('extension-updated');
  expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
});
