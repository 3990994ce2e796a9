import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { toBase64 } from '#lib/log/bytes.ts';
import { parseCheckpoint } from '#lib/log/checkpoint.ts';
import { leafHash } from '#lib/log/hash.ts';
import { openLogReader } from '#lib/log/open-log-reader.ts';
import { addLeaf, NO_PEAKS, rootOf } from '#lib/log/peaks.ts';
import { verifyExport } from '#lib/log/verify.ts';
import { createVerifySignature } from '#lib/log/web-crypto.ts';
import { BARE, collect, dump, held, openTestLog, openWithArchive, testOptions, uuid } from './test-log.ts';

const verifySignature = createVerifySignature(crypto.subtle);

async function changeMeta(name: string, change: (record: Record<string, unknown>) => unknown) {
  const database = await openDB(name);
  const changed = change(await database.get('meta', 'key'));
  if (changed === undefined) await database.delete('meta', 'key');
  else await database.put('meta', changed, 'key');
  database.close();
}

const createMirror = () => {
  let head: string | undefined;
  return {
    read: async () => head,
    write: async (written: string) => {
      head = written;
    },
  };
};

const LOSSES: [string, (record: Record<string, unknown>) => unknown][] = [
  ['is gone', () => undefined],
  ['is no key any more', (record) => ({ ...record, privateKey: {} })],
  ['is that of another log', (record) => ({ ...record, name: 'candor.example/log/other' })],
];

test.each(LOSSES)(
  'a key that %s: a new log begins and names the old one, which stays as it was',
  async (_, lose) => {
    const options = testOptions({ headMirror: createMirror() });
    const old = await openTestLog(options);
    for (let post = 1; post < 4; post += 1) await old.append(held(post));
    const exported = await collect(old.exportLines(BARE));
    const signed = await old.checkpoint();
    await old.append(held(4));
    await old.close();
    await changeMeta(options.name, lose);
    const { meta: _before, ...before } = await dump(options.name);

    const { log, condition } = await openWithArchive(options);
    expect(condition).toEqual({ is: 'key-lost', remembered: 5, found: 0 });
    await log.append(held(9));
    const [opening] = await log.read({ from: 0, limit: 1 }, 'forward');
    expect(opening?.reason).toMatch(/; condition=key-lost; remembered=5; found=0$/u);
    const lines = await collect(openLogReader({ ...options, isFormer: true }).exportLines(BARE));
    const rows = before.entries as { bytes: Uint8Array }[];
    const tree = rows.reduce((peaks, { bytes }) => addLeaf(peaks, leafHash(bytes)), NO_PEAKS);
    const { origin } = parseCheckpoint(signed) ?? {};
    expect(opening?.former).toEqual({ origin, size: 5, root: toBase64(rootOf(tree)), checkpoint: signed });
    expect(await log.verify()).toMatchObject({ ok: true, size: 2 });
    expect(await log.listPosts({ limit: 9 })).toMatchObject([{ post: uuid(9) }]);

    // The old one: nothing in it has changed, it can be read whole, and exported as far as it was signed.
    const { meta: _after, ...after } = await dump(options.name);
    expect(after).toEqual(before);
    expect(lines).toEqual(exported);
    expect(await verifyExport(lines, { verifySignature, knownCheckpoint: signed })).toMatchObject({
      ok: true,
      size: 4,
    });
    await log.close();

    // It stays with that: no third log, and the new one is as it was left.
    const { log: again, condition: later } = await openWithArchive(options);
    expect(later).toEqual({ is: 'kept' });
    expect(await again.append(held(10))).toMatchObject({ index: 2 });
    expect(await openLogReader(options).size()).toBe(3);
  },
);

test('a break between the end of the old log and the first entry of the new one loses nothing of what is said', async () => {
  const options = testOptions();
  const old = await openTestLog(options);
  await old.append(held(1));
  await old.close();
  await changeMeta(options.name, () => undefined);
  // Opened, and ended before anything was recorded.
  await (await openWithArchive(options)).log.close();
  const { log, condition } = await openWithArchive(options);
  expect(condition).toMatchObject({ is: 'key-lost', remembered: 2 });
  await log.append(held(2));
  expect((await log.read({ from: 0, limit: 1 }, 'forward'))[0]?.former).toMatchObject({ size: 2 });
});

test('a key lost again: a third log names the second', async () => {
  const options = testOptions();
  for (const name of [options.name, `${options.name}~2`]) {
    const log = await openTestLog(options);
    await log.append(held(1));
    await log.checkpoint();
    await log.close();
    await changeMeta(name, () => undefined);
  }
  const { log } = await openWithArchive(options);
  await log.append(held(2));
  const [opening] = await log.read({ from: 0, limit: 1 }, 'forward');
  const { key } = await openLogReader({ ...options, name: `${options.name}~2`, isFormer: true }).identity();
  expect(opening?.former?.origin).toBe(key.split('+')[0]);
  expect(await openLogReader({ ...options, isFormer: true }).size()).toBe(2);
});

test('an empty database without a key is a new log, not a lost one', async () => {
  const options = testOptions();
  await (await openTestLog(options)).close();
  await changeMeta(options.name, () => undefined);
  expect((await openWithArchive(options)).condition).toEqual({ is: 'new' });
});
