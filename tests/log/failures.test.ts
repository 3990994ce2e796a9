import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { VERSION } from '#lib/log/database.ts';
import { leafHash } from '#lib/log/hash.ts';
import { formatHead } from '#lib/log/head-mirror.ts';
import { openLogReader } from '#lib/log/open-log-reader.ts';
import { dump, freshName, held, openTestLog, openWithArchive, testOptions, uuid } from './test-log.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const KEEP = { keepText: true };
const TEXT = [{ what: 'draft' as const, text: 'some text' }];

describe('no space', () => {
  const noSpace = () => new DOMException('no space', 'QuotaExceededError');

  test.each(['entries', 'contents'])(
    'refused at once, in %s: nothing is written, and the log goes on',
    async (store) => {
      const options = testOptions();
      const log = await openTestLog(options);
      await log.append(held(1), TEXT, KEEP);
      const before = await dump(options.name);
      const { add } = IDBObjectStore.prototype;
      vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...given) {
        if (this.name === store) throw noSpace();
        return add.apply(this, given);
      });
      await expect(log.append(held(2), TEXT, KEEP)).rejects.toMatchObject({
        name: 'LogError',
        code: 'quota',
      });
      expect(await dump(options.name)).toEqual(before);
      vi.restoreAllMocks();
      expect(await log.append(held(3), TEXT, KEEP)).toMatchObject({ index: 2 });
      expect(await log.verify()).toMatchObject({ ok: true, size: 3 });
    },
  );

  test('refused while it is being committed', async () => {
    const options = testOptions();
    const log = await openTestLog(options);
    await log.append(held(1));
    const before = await dump(options.name);
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      const request = put.apply(this, given);
      const { transaction } = this as unknown as { transaction: { _abort(error: string): void } };
      if (this.name === 'posts')
        request.addEventListener('success', () => transaction._abort('QuotaExceededError'));
      return request;
    });
    await expect(log.append(held(2), TEXT, KEEP)).rejects.toMatchObject({ name: 'LogError', code: 'quota' });
    vi.restoreAllMocks();
    expect(await dump(options.name)).toEqual(before);
    expect(await log.append(held(3))).toMatchObject({ index: 2 });
    expect(await log.verify()).toMatchObject({ ok: true });
  });

  test('a tile that cannot be sealed stays rows, and is sealed later', async () => {
    const options = testOptions();
    const log = await openTestLog(options);
    const { add } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...given) {
      if (this.name === 'tiles') throw noSpace();
      return add.apply(this, given);
    });
    for (let post = 1; post < 300; post += 1) await log.append(held(post));
    expect((await dump(options.name)).entries).toHaveLength(300);
    expect(await log.verify()).toMatchObject({ ok: true, size: 300 });
    vi.restoreAllMocks();
    await log.close();
    const again = await openTestLog(options);
    await again.append(held(300));
    await again.close();
    const { entries, tiles } = await dump(options.name);
    expect([entries?.length, tiles?.length]).toEqual([45, 1]);
    expect(await again.verify()).toMatchObject({ ok: true, size: 301 });
  });
});

describe('a database that cannot be opened', () => {
  test('of a newer version: no writing, nothing deleted, still readable', async () => {
    const options = testOptions();
    const log = await openTestLog(options);
    await log.append(held(1));
    await log.close();
    (await openDB(options.name, 99)).close();
    await expect(openWithArchive(options)).rejects.toMatchObject({
      name: 'LogError',
      code: 'newer-database',
    });
    const reader = openLogReader(options);
    expect(await reader.listPosts({ limit: 5 })).toMatchObject([{ post: uuid(1) }]);
    expect(await reader.verify()).toMatchObject({ ok: true, size: 2 });
    await reader.close();
  });

  test('blocked by an older connection: said at once, and well again when that is gone', async () => {
    const options = testOptions();
    await (await openTestLog(options)).close();
    const older = await openDB(options.name);
    const { open } = indexedDB;
    // This code as it will be one version on.
    vi.spyOn(indexedDB, 'open').mockImplementation((name) => open.call(indexedDB, name, VERSION + 1));
    await expect(openWithArchive(options)).rejects.toMatchObject({ name: 'LogError', code: 'blocked' });
    older.close();
    expect((await openWithArchive(options)).condition).toEqual({ is: 'new' });
  });

  test('refused by the browser', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const remove = vi.spyOn(indexedDB, 'deleteDatabase');
    await expect(openWithArchive(testOptions())).rejects.toMatchObject({
      name: 'LogError',
      code: 'unavailable',
    });
    expect(remove).not.toHaveBeenCalled();
  });

  test('refused once is not refused for ever', async () => {
    const reader = openLogReader(testOptions());
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    await expect(reader.size()).rejects.toMatchObject({ code: 'unavailable' });
    expect(await reader.size()).toBe(0);
  });
});

test('a connection that was closed under us is opened again', async () => {
  const options = testOptions();
  const log = await openTestLog(options);
  await log.append(held(1));
  const databases = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
    throw new DOMException('closing', 'InvalidStateError');
  });
  expect(await log.append(held(2))).toMatchObject({ index: 2 });
  expect(databases).toHaveBeenCalled();
  expect(await log.verify()).toMatchObject({ ok: true, size: 3 });
});

test('an upgrade elsewhere is let through', async () => {
  const options = testOptions();
  const log = await openTestLog(options);
  await log.append(held(1));
  const newer = await openDB(options.name, 99);
  await expect(log.append(held(2))).rejects.toMatchObject({ code: 'newer-database' });
  newer.close();
});

test('a log whose newest entries are gone is corrupt, and nothing is written over', async () => {
  const options = testOptions();
  const log = await openTestLog(options);
  for (let post = 1; post < 300; post += 1) await log.append(held(post));
  await log.close();
  const database = await openDB(options.name);
  await database.clear('entries');
  database.close();
  await expect(openWithArchive(options)).rejects.toMatchObject({ name: 'LogError', code: 'corrupt' });
  expect((await dump(options.name)).tiles).toHaveLength(1);
});

test('an entry that is in the way is not written over', async () => {
  const options = testOptions();
  const log = await openTestLog(options);
  await log.append(held(1));
  const { add } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value, key) {
    return add.call(this, value, this.name === 'entries' ? 0 : key);
  });
  const before = await dump(options.name);
  await expect(log.append(held(2))).rejects.toMatchObject({ name: 'LogError', code: 'corrupt' });
  expect(await dump(options.name)).toEqual(before);
});

test('a log never signs a head that does not extend what it signed', async () => {
  const options = testOptions();
  const log = await openTestLog(options);
  for (let post = 1; post < 5; post += 1) await log.append(held(post));
  await log.checkpoint();
  const database = await openDB(options.name);
  const newest = await database.get('entries', 4);
  await database.put('entries', { ...newest, peaks: newest.peaks.slice().reverse() }, 4);
  database.close();
  await expect(log.checkpoint()).rejects.toMatchObject({ code: 'corrupt' });
});

describe('the mirror of the head', () => {
  const createMirror = (kept?: string) => {
    let head = kept;
    return {
      read: async () => head,
      write: async (written: string) => {
        head = written;
      },
      kept: () => head,
    };
  };
  const lastReason = async (log: Awaited<ReturnType<typeof openTestLog>>, index: number) =>
    (await log.read({ from: index, limit: 1 }, 'forward'))[0]?.reason;

  test('agrees with a log that is as it was left', async () => {
    const headMirror = createMirror();
    const options = testOptions({ headMirror });
    const first = await openWithArchive(options);
    expect(first.condition).toEqual({ is: 'new' });
    await first.log.append(held(1));
    await first.log.close();
    const second = await openWithArchive(options);
    expect(second.condition).toEqual({ is: 'kept' });
    await second.log.append(held(2));
    expect(await second.log.size()).toBe(3);
  });

  test('notices that the log is gone', async () => {
    const headMirror = createMirror();
    const { log } = await openWithArchive(testOptions({ headMirror }));
    for (let post = 1; post < 9; post += 1) await log.append(held(post));
    await log.close();
    const { log: fresh, condition } = await openWithArchive(testOptions({ headMirror, name: freshName() }));
    expect(condition).toEqual({ is: 'lost', remembered: 9, found: 0 });
    await fresh.append(held(1));
    expect(await lastReason(fresh, 0)).toMatch(/; condition=lost; remembered=9; found=0$/u);
  });

  test('notices an older copy', async () => {
    const headMirror = createMirror();
    const options = testOptions({ headMirror });
    const { log } = await openWithArchive(options);
    for (let post = 1; post < 5; post += 1) await log.append(held(post));
    const database = await openDB(options.name);
    for (let post = 5; post < 9; post += 1) await log.append(held(post));
    await log.close();
    await database.delete('entries', IDBKeyRange.lowerBound(5));
    await database.clear('posts');
    database.close();
    const { log: rolledBack, condition } = await openWithArchive(options);
    expect(condition).toEqual({ is: 'rolled-back', remembered: 9, found: 5 });
    await rolledBack.append(held(20));
    expect(await lastReason(rolledBack, 5)).toMatch(/; condition=rolled-back; remembered=9; found=5$/u);
    await rolledBack.close();
    expect((await openWithArchive(options)).condition).toEqual({ is: 'kept' });
  });

  test('notices another log in its place', async () => {
    const headMirror = createMirror();
    const { log } = await openWithArchive(testOptions({ headMirror }));
    await log.append(held(1));
    await log.close();
    const other = testOptions();
    const { log: stranger } = await openWithArchive(other);
    for (let post = 1; post < 5; post += 1) await stranger.append(held(post));
    await stranger.close();
    const opened = await openWithArchive({ ...other, headMirror });
    expect(opened.condition).toEqual({ is: 'replaced', remembered: 2, found: 5 });

    const { key } = await stranger.identity();
    const origin = key.split('+')[0] ?? '';
    const forged = createMirror(formatHead({ origin, size: 3, leaf: leafHash(new Uint8Array(0)) }));
    expect((await openWithArchive({ ...other, headMirror: forged })).condition).toMatchObject({
      is: 'replaced',
    });
  });

  test('does not keep the log from opening when it is broken itself', async () => {
    const broken = {
      read: () => Promise.reject(new Error('no')),
      write: () => Promise.reject(new Error('no')),
    };
    const { log, condition } = await openWithArchive(testOptions({ headMirror: broken }));
    expect(condition).toEqual({ is: 'new' });
    expect(await log.append(held(1))).toMatchObject({ index: 1 });
    await log.close();
    const { condition: unread } = await openWithArchive(
      testOptions({ headMirror: createMirror('{"size":"x"}') }),
    );
    expect(unread).toEqual({ is: 'new' });
  });

  test('of many heads at once only the newest must arrive', async () => {
    const writes: string[] = [];
    let release: () => void = () => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const headMirror = {
      read: async () => undefined,
      write: async (head: string) => {
        writes.push(head);
        await slow;
      },
    };
    const { log } = await openWithArchive(testOptions({ headMirror }));
    for (let post = 1; post < 20; post += 1) await log.append(held(post));
    release();
    await log.close();
    expect(writes).toHaveLength(2);
    expect(JSON.parse(writes[1] ?? '{}')).toMatchObject({ size: 20 });
  });
});
