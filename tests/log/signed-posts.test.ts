import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { parseCheckpoint } from '#lib/log/checkpoint.ts';
import { META } from '#lib/log/database.ts';
import type { LogEvent } from '#lib/model/log-entry.ts';
import { held, openTestLog, testOptions } from './test-log.ts';

/** Number of entries that the log has signed for. */
async function signedSize(name: string): Promise<number | undefined> {
  const database = await openDB(name);
  const checkpoint = await database.get('meta', META.checkpoint);
  database.close();
  return parseCheckpoint(checkpoint ?? '')?.size;
}

test('the outcome of a post is signed for without being asked', async () => {
  const { name, ...rest } = testOptions();
  const log = await openTestLog({ name, ...rest });
  await log.append(held(1));
  await log.append({ ...held(1), event: 'post.published' });
  await log.append(held(2));
  await log.append({ ...held(2), event: 'post.cancelled' });
  await log.close();
  expect(await signedSize(name)).toBe(5);
});

test.each<LogEvent>(['post.held', 'post.approved', 'post.released'])(
  'what comes before the outcome (%s) is not: one signature a post is enough',
  async (event) => {
    const { name, ...rest } = testOptions();
    const log = await openTestLog({ name, ...rest });
    await log.append({ ...held(1), event });
    await log.close();
    expect(await signedSize(name)).toBeUndefined();
  },
);

test('an outcome is recorded whether or not it can be signed', async () => {
  const { name, ...rest } = testOptions();
  const subtle = new Proxy(crypto.subtle, {
    get: (target, member) =>
      member === 'sign'
        ? () => Promise.reject(new DOMException('no signature today', 'OperationError'))
        : (target[member as keyof SubtleCrypto] as () => unknown).bind(target),
  });
  const log = await openTestLog({ name, ...rest, crypto: { subtle } });
  await log.append({ ...held(1), event: 'post.published' });
  await log.close();
  expect(await signedSize(name)).toBeUndefined();
  const again = await openTestLog({ name, ...rest });
  expect(await again.size()).toBe(2);
  await again.append({ ...held(2), event: 'post.published' });
  await again.close();
  expect(await signedSize(name)).toBe(3);
});
