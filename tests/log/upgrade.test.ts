import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLogReader } from '#lib/log/open-log-reader.ts';
import { dump, freshName, held, openTestLog, testOptions, uuid } from './test-log.ts';
import { type Written, writeLog } from './write-log.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const POSTS = 700;

function* posts(): Generator<Written> {
  for (let post = 0; post < POSTS; post += 1)
    yield { facts: held(post, { site: post % 10 === 0 ? 'rare' : 'x' }), time: post };
}

/** Stores of version 1, as it was released. Never to be changed. */
const FIRST_STORES = ['entries', 'tiles', 'leaves', 'nodes', 'contents', 'meta'];

let name: string;
let rows: Record<string, unknown[]>;

/** A database as version 1 left it. */
beforeEach(async () => {
  name = freshName();
  const made = freshName();
  await writeLog(made, posts());
  const source = await openDB(made);
  const target = await openDB(name, 1, {
    upgrade(database) {
      for (const store of FIRST_STORES) database.createObjectStore(store);
      const store = database.createObjectStore('posts', { keyPath: 'post' });
      store.createIndex('order', 'order');
      store.createIndex('open', 'open');
    },
  });
  for (const store of FIRST_STORES) {
    const keys = await source.getAllKeys(store);
    for (const key of keys) await target.put(store, await source.get(store, key), key);
  }
  for (const row of await source.getAll('posts')) await target.put('posts', row);
  source.close();
  target.close();
  rows = await dump(name);
});

test('a log of version 1 goes on, and can be asked like any other', async () => {
  const log = await openTestLog({ name });
  expect(await log.append(held(POSTS, { site: 'rare' }))).toMatchObject({ index: POSTS });
  expect(await log.verify()).toMatchObject({ ok: true, size: POSTS + 1 });
  const found = await log.listPosts({ filter: { site: 'rare' }, limit: 2 });
  expect(found.map(({ post }) => post)).toEqual([POSTS, POSTS - 10].map(uuid));
  expect(await log.countPosts({ site: 'rare' })).toBe(POSTS / 10 + 1);
  await log.close();
  const { tiles, leaves, nodes, contents } = rows;
  expect(await dump(name)).toMatchObject({ tiles, leaves, nodes, contents });
});

test('an upgrade that breaks off leaves version 1 as it was, and is made next time', async () => {
  const { createObjectStore } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, 'createObjectStore').mockImplementation(function (
    this: IDBDatabase,
    ...given
  ) {
    if (given[0] === 'tallies') throw new DOMException('no space', 'QuotaExceededError');
    return createObjectStore.apply(this, given);
  });
  await expect(openTestLog({ name })).rejects.toMatchObject({ name: 'LogError' });
  vi.restoreAllMocks();
  const untouched = await openDB(name);
  expect(untouched.version).toBe(1);
  untouched.close();
  expect(await dump(name)).toEqual(rows);
  const reader = openLogReader(testOptions({ name }));
  expect(await reader.countPosts({ site: 'rare' })).toBe(POSTS / 10);
  await reader.close();
});

test('of a database of a newer version the answers come from its entries, and nothing is written', async () => {
  await (await openTestLog({ name })).close();
  (await openDB(name, 99)).close();
  const before = await dump(name);
  const reader = openLogReader(testOptions({ name }));
  const found = await reader.listPosts({ filter: { site: 'rare' }, limit: 2 });
  expect(found.map(({ post }) => post)).toEqual([POSTS - 10, POSTS - 20].map(uuid));
  expect(await reader.countPosts({ site: 'rare' })).toBe(POSTS / 10);
  expect(await reader.weeks()).toMatchObject([{ posts: POSTS, bySite: { rare: POSTS / 10 } }]);
  await reader.close();
  expect(await dump(name)).toEqual(before);
});
