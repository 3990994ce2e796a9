import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';
import type { ShownPicture } from '#lib/model/picture.ts';
import type { GenerationStore, PictureCapture } from '#lib/provenance/store/store-contract.ts';
import { compressAnew, makeFields, shownAs } from '../made-pictures.ts';
import {
  closeTestStores,
  DAY,
  dump,
  NOW,
  openTestStore,
  range,
  remember,
  tamper,
  testOptions,
} from './test-store.ts';

afterEach(closeTestStores);

const ADDRESS = 'https://chatgpt.com/backend-api/estuary/content?id=file_1&sig=a1';
const captured = (picture: ShownPicture, more: Partial<PictureCapture> = {}): PictureCapture => ({
  source: 'chatgpt',
  sourceName: 'ChatGPT',
  picture,
  ...more,
});
const findOne = async (store: GenerationStore, picture: ShownPicture, since = 0) =>
  (await store.findPictures([picture], since))[0];

describe('a remembered picture is recognised', () => {
  test('by its pixels, wherever it is from', async () => {
    const store = openTestStore();
    expect(
      await store.rememberPicture(captured(shownAs(makeFields(1), { address: ADDRESS }), { model: 'gpt-5' })),
    ).toBe(true);
    expect(await findOne(store, shownAs(makeFields(1)))).toEqual({
      source: 'chatgpt',
      sourceName: 'ChatGPT',
      model: 'gpt-5',
      time: NOW,
      width: 1024,
      height: 1024,
      digest: expect.stringMatching(/^[0-9a-f]{32}$/u),
      by: 'pixels',
    });
    expect(await findOne(store, shownAs(makeFields(2)))).toBeUndefined();
  });

  test('by its likeness after another compression and size, in the same shape', async () => {
    const store = openTestStore();
    await store.rememberPicture(captured(shownAs(makeFields(1))));
    const small = shownAs(compressAnew(makeFields(1), 7), { width: 600, height: 600 });
    expect(await findOne(store, small)).toMatchObject({ by: 'likeness', width: 1024 });
    expect(await findOne(store, { ...small, height: 800 })).toBeUndefined();
  });

  test('by its address where nobody can read its pixels', async () => {
    const store = openTestStore();
    const unread = { address: ADDRESS, width: 512, height: 512 };
    await store.rememberPicture(captured(unread));
    expect(await findOne(store, unread)).toMatchObject({
      by: 'address',
      digest: expect.stringMatching(/^[0-9a-f]{32}$/u),
    });
    expect(await findOne(store, { ...unread, address: `${ADDRESS}2` })).toBeUndefined();
    expect(await findOne(store, shownAs(makeFields(1)))).toBeUndefined();
  });

  test('each of several in its place, and the surest of what is alike', async () => {
    const store = openTestStore();
    await store.rememberPicture(captured(shownAs(compressAnew(makeFields(1), 7)), { source: 'gemini' }));
    await store.rememberPicture(captured(shownAs(makeFields(1))));
    const found = await store.findPictures([shownAs(makeFields(2)), shownAs(makeFields(1))], 0);
    expect(found.map((one) => one?.source)).toEqual([undefined, 'chatgpt']);
  });
});

test('what has neither an address nor anything to see is not remembered', async () => {
  const store = openTestStore();
  const empty = shownAs(makeFields(1).map(() => 255));
  expect(await store.rememberPicture(captured(empty))).toBe(false);
  expect(await store.overview(30)).toMatchObject({ pictures: 0, sources: [] });
});

test('the same picture at another address is the same one, with the time of now', async () => {
  let time = NOW;
  const store = openTestStore(testOptions({ now: () => time }));
  await store.rememberPicture(captured(shownAs(makeFields(1), { address: ADDRESS })));
  time += 5 * DAY;
  await store.rememberPicture(captured(shownAs(makeFields(1), { address: `${ADDRESS}&v=1` })));
  expect(await store.overview(30)).toMatchObject({ pictures: 1, sources: [{ newest: time, oldest: time }] });
  expect(await findOne(store, shownAs(makeFields(1)))).toMatchObject({ time });
});

test('of a picture nothing is stored that shows it or says where it is', async () => {
  const options = testOptions();
  const picture = shownAs(makeFields(1), { address: ADDRESS });
  await openTestStore(options).rememberPicture(captured(picture));
  const { pictures } = await dump(options.name);
  expect(Object.keys(pictures?.[0] as object).sort()).toEqual(
    ['address', 'bits', 'digest', 'height', 'id', 'source', 'sourceName', 'time', 'width'].sort(),
  );
  expect(JSON.stringify(pictures)).not.toContain('estuary');
  // The bits are under the mask of this install: another one stores others.
  const other = testOptions();
  await openTestStore(other).rememberPicture(captured(picture));
  expect((await dump(other.name)).pictures).not.toEqual(pictures);
});

describe('forgotten', () => {
  const storeWithBoth = async (now = () => NOW) => {
    const store = openTestStore(testOptions({ now }));
    await remember(store, range(1, 20), { source: 'claude' });
    await store.rememberPicture(captured(shownAs(makeFields(1))));
    await store.rememberPicture(captured(shownAs(makeFields(2)), { source: 'claude', sourceName: 'Claude' }));
    return store;
  };

  test('with its source, and counted', async () => {
    const store = await storeWithBoth();
    expect(await store.forget({ source: 'claude' })).toBe(2);
    expect(await findOne(store, shownAs(makeFields(2)))).toBeUndefined();
    expect(await findOne(store, shownAs(makeFields(1)))).toBeDefined();
  });

  test('with everything', async () => {
    const store = await storeWithBoth();
    expect(await store.forget('all')).toBe(3);
    expect(await store.overview(30)).toMatchObject({ pictures: 0, generations: 0, bytes: 0 });
  });

  test('when its time has come, and counts for nothing before that', async () => {
    let time = NOW;
    const store = await storeWithBoth(() => time);
    time += 31 * DAY;
    await store.rememberPicture(captured(shownAs(makeFields(3))));
    expect(await findOne(store, shownAs(makeFields(1)), time - 30 * DAY)).toBeUndefined();
    expect(await store.expire(30)).toBe(3);
    expect(await store.overview(30)).toMatchObject({ pictures: 1, generations: 0 });
  });

  test('when there is no more room, the oldest first', async () => {
    let time = NOW;
    const now = () => {
      time += 1;
      return time;
    };
    const store = openTestStore(testOptions({ now, limits: { pictures: 3 } }));
    for (const seed of [1, 2, 3, 4, 5]) await store.rememberPicture(captured(shownAs(makeFields(seed))));
    expect((await store.overview(30)).pictures).toBe(3);
    expect(await findOne(store, shownAs(makeFields(2)))).toBeUndefined();
    expect(await findOne(store, shownAs(makeFields(3)))).toBeDefined();
  });

  test('when there is no more room, those of the source that has most', async () => {
    let time = NOW;
    const now = () => {
      time += 1;
      return time;
    };
    const store = openTestStore(testOptions({ now, limits: { pictures: 4 } }));
    for (const seed of [1, 2])
      await store.rememberPicture(captured(shownAs(makeFields(seed)), { source: 'claude' }));
    for (let seed = 3; seed < 20; seed += 1) {
      await store.rememberPicture(captured(shownAs(makeFields(seed))));
      expect((await store.overview(30)).pictures).toBeLessThanOrEqual(4);
    }
    for (const seed of [1, 2, 18, 19])
      expect(await findOne(store, shownAs(makeFields(seed))), `${seed}`).toBeDefined();
  });
});

test('sources are counted with answers and pictures, and with those of which only one is known', async () => {
  const store = openTestStore();
  await remember(store, range(1, 20), { source: 'claude', sourceName: 'Claude' });
  await store.rememberPicture(captured(shownAs(makeFields(1))));
  await store.rememberPicture(captured(shownAs(makeFields(2))));
  const { sources, bytes, ...sums } = await store.overview(30);
  expect(sums).toMatchObject({ generations: 1, pictures: 2 });
  expect(
    sources
      .map(({ source, sourceName, generations, pictures }) => [source, sourceName, generations, pictures])
      .sort(),
  ).toEqual([
    ['chatgpt', 'ChatGPT', 0, 2],
    ['claude', 'Claude', 1, 0],
  ]);
  expect(bytes).toBe(sources.reduce((sum, one) => sum + one.bytes, 0));
});

test('damage is said, never taken for a picture that nobody knows', async () => {
  const options = testOptions();
  const store = openTestStore(options);
  await store.rememberPicture(captured(shownAs(makeFields(1))));
  await tamper(options.name, (database) =>
    database.put('pictures', { id: 1, source: 'chatgpt', sourceName: 'ChatGPT', time: NOW, digest: 7 }),
  );
  await expect(findOne(store, shownAs(makeFields(1)))).rejects.toMatchObject({ code: 'unreadable' });
  await store.forget('all');
  expect(await findOne(store, shownAs(makeFields(1)))).toBeUndefined();
});

test('a database from before pictures keeps what is in it and takes them', async () => {
  const options = testOptions();
  const before = openTestStore(options);
  await remember(before, range(1, 20));
  await before.close();
  const kept = await dump(options.name);
  await makeVersionOne(options.name, kept);
  const store = openTestStore(options);
  expect((await store.findPostings(Uint32Array.from(range(1, 20)))).size).toBe(20);
  expect(await store.overview(30)).toMatchObject({ generations: 1, pictures: 0 });
  expect(await store.rememberPicture(captured(shownAs(makeFields(1))))).toBe(true);
  expect(await findOne(store, shownAs(makeFields(1)))).toBeDefined();
});

/** The database as version 1 laid it out, with one answer in it. */
const makeVersionOne = async (name: string, rows: Record<string, unknown[]>): Promise<void> => {
  const now = await openDB(name);
  const keys = new Map<string, IDBValidKey[]>();
  for (const store of now.objectStoreNames) keys.set(store, await now.getAllKeys(store));
  now.close();
  await deleteDB(name);
  const database = await openDB(name, 1, {
    upgrade(old) {
      const generations = old.createObjectStore('generations', { keyPath: 'id' });
      generations.createIndex('digest', 'digest', { unique: true });
      generations.createIndex('time', 'time');
      generations.createIndex('source', ['source', 'time']);
      old.createObjectStore('lists');
      old.createObjectStore('texts').createIndex('until', 'until');
      old.createObjectStore('sources', { keyPath: 'source' });
      for (const store of ['hashes', 'places', 'gone', 'meta']) old.createObjectStore(store);
    },
  });
  for (const store of database.objectStoreNames) {
    const isInline = store === 'generations' || store === 'sources';
    for (const [at, row] of (rows[store] ?? []).entries())
      await (isInline ? database.put(store, row) : database.put(store, row, keys.get(store)?.[at]));
  }
  database.close();
};
