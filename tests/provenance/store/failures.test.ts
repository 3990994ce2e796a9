import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  closeTestStores,
  DAY,
  dump,
  mergeNow,
  NOW,
  openTestStore,
  range,
  remember,
  sortedAnswer,
  tamper,
  testOptions,
} from './test-store.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await closeTestStores();
});

const WANTED = Uint32Array.from([...range(1, 300), ...range(5000, 50)]);

/** A store with a merged index, one generation beside it and one that is gone but still in it. */
async function createStored() {
  const options = testOptions();
  const store = openTestStore(options);
  await remember(store, range(1, 300), { source: 'claude' });
  await remember(store, range(700, 300), { source: 'gemini' });
  await mergeNow(store);
  await remember(store, range(5000, 50));
  await store.forget({ source: 'gemini' });
  const before = sortedAnswer(await store.findPostings(WANTED));
  expect(before).toHaveLength(350);
  await store.close();
  return { options, before };
}

type Change = Parameters<typeof tamper>[1];

const firstPart = async (database: Parameters<Change>[0], store: string) => {
  const keys = await database.getAllKeys(store);
  const rows = await database.getAll(store);
  const at = rows.findIndex(({ lows, owners }) => (lows ?? owners).length > 0);
  return { key: keys[at] as IDBValidKey, row: rows[at] };
};

const DAMAGES: readonly (readonly [string, Change])[] = [
  ['no hashes', (database) => database.clear('hashes')],
  ['no places', (database) => database.clear('places')],
  [
    'one part missing',
    async (database) => database.delete('hashes', (await firstPart(database, 'hashes')).key),
  ],
  [
    'a hash changed',
    async (database) => {
      const { key, row } = await firstPart(database, 'hashes');
      row.lows[0] ^= 0x8000;
      await database.put('hashes', row, key);
    },
  ],
  [
    'a part cut short',
    async (database) => {
      const { key, row } = await firstPart(database, 'hashes');
      await database.put('hashes', { ...row, lows: row.lows.slice(2) }, key);
    },
  ],
  [
    'an owner changed',
    async (database) => {
      const { key, row } = await firstPart(database, 'places');
      row.owners[0] += 1;
      await database.put('places', row, key);
    },
  ],
  [
    'something else in its place',
    async (database) => database.put('hashes', 'nonsense', (await firstPart(database, 'hashes')).key),
  ],
  ['no state', (database) => database.delete('meta', 'state')],
  ['a state of another kind', (database) => database.put('meta', { revision: -1 }, 'state')],
  ['nobody knows what is gone', (database) => database.clear('gone')],
  [
    'an index of more generations than there are',
    async (database) => {
      const state = await database.get('meta', 'state');
      await database.put('meta', { ...state, base: { ...state.base, generations: 9 } }, 'state');
    },
  ],
];

describe('a broken index', () => {
  test.each(DAMAGES)('%s: never an empty answer, and made again', async (_, damage) => {
    const { options, before } = await createStored();
    await tamper(options.name, damage);
    const store = openTestStore(options);
    const refused = expect(store.findPostings(WANTED)).rejects.toMatchObject({
      name: 'ProvenanceError',
      code: 'rebuilding',
    });
    await refused;
    await expect(store.findOwn(WANTED)).rejects.toMatchObject({ code: 'rebuilding' });
    await store.tidy();
    expect(sortedAnswer(await store.findPostings(WANTED))).toEqual(before);
    expect(await store.overview(30)).toMatchObject({ generations: 2, fingerprints: 350 });
    expect((await dump(options.name)).hashes).toHaveLength(256);
  });

  test('what is remembered and forgotten while it is made again is not lost', async () => {
    const { options } = await createStored();
    await tamper(options.name, (database) => database.clear('hashes'));
    const store = openTestStore(options);
    await expect(store.findPostings(WANTED)).rejects.toMatchObject({ code: 'rebuilding' });
    const added = await remember(store, range(9000, 30));
    expect(await store.forget({ source: 'claude' })).toBe(1);
    await store.tidy();
    const found = await store.findPostings(Uint32Array.from([...WANTED, ...range(9000, 30)]));
    expect(found.size).toBe(80);
    expect((await store.findFacts([added?.id ?? 0])).length).toBe(1);
  });

  test('forgetting everything while it is made again', async () => {
    const { options } = await createStored();
    await tamper(options.name, (database) => database.clear('hashes'));
    const store = openTestStore(options);
    await expect(store.findPostings(WANTED)).rejects.toMatchObject({ code: 'rebuilding' });
    expect(await store.forget('all')).toBe(2);
    await store.tidy();
    expect((await store.findPostings(WANTED)).size).toBe(0);
    expect((await dump(options.name)).hashes).toEqual([]);
  });
});

describe('a list that is damaged', () => {
  const damage: Change = async (database) => {
    await database.clear('hashes');
    await database.delete('lists', 1);
  };

  test('makes the store unreadable, until that generation is forgotten', async () => {
    const { options } = await createStored();
    await tamper(options.name, damage);
    const store = openTestStore(options);
    await expect(store.findPostings(WANTED)).rejects.toMatchObject({ code: 'rebuilding' });
    await store.tidy();
    await expect(store.findPostings(WANTED)).rejects.toMatchObject({ code: 'unreadable' });
    await store.forget({ source: 'claude' });
    await expect(store.findPostings(WANTED)).rejects.toMatchObject({ code: 'rebuilding' });
    await store.tidy();
    expect((await store.findPostings(WANTED)).size).toBe(50);
  });

  test('that is not merged yet is noticed as well', async () => {
    const options = testOptions();
    await remember(openTestStore(options), range(1, 30));
    await tamper(options.name, async (database) => {
      const row = await database.get('lists', 1);
      row.hashes[3] += 1;
      await database.put('lists', row, 1);
    });
    const store = openTestStore(options);
    await expect(store.findPostings(WANTED)).rejects.toMatchObject({ code: 'rebuilding' });
    await store.tidy();
    await expect(store.findPostings(WANTED)).rejects.toMatchObject({ code: 'unreadable' });
  });
});

describe('stopped in between', () => {
  /** From the nth transaction on nothing happens any more, as when the background is stopped. */
  function stopAfter(count: number): () => boolean {
    const { transaction } = IDBDatabase.prototype;
    let left = count;
    let isStopped = false;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
      left -= 1;
      isStopped ||= left < 0;
      if (isStopped) throw new DOMException('stopped', 'AbortError');
      return transaction.apply(this, given);
    });
    return () => isStopped;
  }

  test.each(['merge', 'rebuild'])(
    'a %s: whatever was done, the next start finds everything',
    { timeout: 60_000 },
    async (what) => {
      let wasStopped = true;
      for (let count = 0; wasStopped; count += count < 6 ? 1 : 16) {
        const { options, before } = await createStored();
        if (what === 'rebuild') await tamper(options.name, (database) => database.clear('places'));
        const store = openTestStore(options);
        const isStopped = stopAfter(count);
        if (what === 'merge') await store.tidy().catch(() => {});
        else {
          await store.findPostings(WANTED).catch(() => {});
          await store.tidy().catch(() => {});
        }
        wasStopped = isStopped();
        vi.restoreAllMocks();
        const next = openTestStore(options);
        const first = await next.findPostings(WANTED).catch((error) => error.code);
        if (what === 'merge') expect(sortedAnswer(first), `after ${count}`).toEqual(before);
        else if (wasStopped) expect(first, `after ${count}`).toBe('rebuilding');
        await next.tidy();
        expect(sortedAnswer(await next.findPostings(WANTED)), `after ${count}`).toEqual(before);
        const rows = await dump(options.name);
        expect([rows.hashes, rows.places, rows.gone].map((stored) => stored?.length)).toEqual([256, 256, 0]);
        await closeTestStores();
      }
    },
  );
});

describe('a database that cannot be used', () => {
  test('refused by the browser: unreadable, nothing deleted, and well again later', async () => {
    const { options, before } = await createStored();
    const store = openTestStore(options);
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const remove = vi.spyOn(indexedDB, 'deleteDatabase');
    const refused = { name: 'ProvenanceError', code: 'unreadable' };
    await expect(store.findPostings(WANTED)).rejects.toMatchObject(refused);
    await expect(store.findOwn(WANTED)).rejects.toMatchObject(refused);
    await expect(store.findGenerations([1])).rejects.toMatchObject(refused);
    await expect(remember(store, [1])).rejects.toMatchObject(refused);
    await expect(store.readSecret()).rejects.toMatchObject(refused);
    expect(remove).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    expect(sortedAnswer(await store.findPostings(WANTED))).toEqual(before);
  });

  test('of a newer version: unreadable; forgetting everything begins anew', async () => {
    const { options } = await createStored();
    (await openDB(options.name, 99)).close();
    const store = openTestStore(options);
    await expect(store.findPostings(WANTED)).rejects.toMatchObject({ code: 'unreadable' });
    await store.forget('all');
    expect((await store.findPostings(WANTED)).size).toBe(0);
    await remember(store, range(1, 30));
    expect((await store.findPostings(WANTED)).size).toBe(30);
  });

  test('blocked by an older connection: said at once', async () => {
    const { options } = await createStored();
    const older = await openDB(options.name);
    const { open } = indexedDB;
    // This code as it will be one version on.
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version = 0) =>
      open.call(indexedDB, name, version + 1),
    );
    await expect(openTestStore(options).findPostings(WANTED)).rejects.toMatchObject({ code: 'unreadable' });
    older.close();
  });

  test('closed under us is opened again', async () => {
    const { options, before } = await createStored();
    const store = openTestStore(options);
    await store.findPostings(Uint32Array.of(1));
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('closing', 'InvalidStateError');
    });
    expect(sortedAnswer(await store.findPostings(WANTED))).toEqual(before);
  });

  test.each([
    ['missing', undefined],
    ['damaged', { secret: new Uint8Array(32), check: 1 }],
  ])(
    'its secret is %s: unreadable, since nothing would be found; made anew with the rest',
    async (_, row) => {
      const { options } = await createStored();
      await tamper(options.name, (database) =>
        row ? database.put('meta', row, 'secret') : database.delete('meta', 'secret'),
      );
      const store = openTestStore(options);
      await expect(store.readSecret()).rejects.toMatchObject({ code: 'unreadable' });
      await expect(remember(store, [1])).rejects.toMatchObject({ code: 'unreadable' });
      await store.forget('all');
      expect(await store.readSecret()).toHaveLength(32);
    },
  );
});

describe('attacks', () => {
  test('fingerprints that are all the same: bounded in time, newest first', { timeout: 60_000 }, async () => {
    const store = openTestStore();
    for (let answer = 0; answer < 20; answer += 1) {
      const hashes = new Array(5000 + answer).fill(42);
      await remember(store, hashes, { conversation: `https://ai.example/${answer}` });
    }
    await mergeNow(store);
    await remember(store, [42, 43]);
    const start = performance.now();
    const found = await store.findPostings(new Uint32Array(5000).fill(42));
    expect(performance.now() - start).toBeLessThan(500);
    expect(found.get(42)).toHaveLength(200);
    expect(found.get(42)?.[0]?.generation).toBe(22);
    expect((await store.findOwn(Uint32Array.of(42))).size).toBe(0);
  });

  test('ten thousand answers of one source stay within the limits', { timeout: 120_000 }, async () => {
    let time = NOW;
    const now = () => {
      time += 1000;
      return time;
    };
    const options = testOptions({ now, limits: { generations: 300, fingerprints: 100_000 } });
    const store = openTestStore(options);
    await remember(store, range(1, 30), { source: 'claude' });
    for (let answer = 0; answer < 10_000; answer += 1) {
      await remember(store, range(100 + answer * 8, 8));
      if (answer % 1000 === 999) await store.tidy();
    }
    const rows = await dump(options.name);
    expect([rows.generations, rows.lists].map((stored) => stored?.length)).toEqual([300, 300]);
    const indexed = (rows.places as { owners: Uint32Array }[]).reduce(
      (sum, { owners }) => sum + owners.length,
      0,
    );
    expect(indexed).toBeLessThan(2 * (299 * 8 + 30));
    expect((await store.findPostings(Uint32Array.from(range(1, 30)))).size).toBe(30);
    expect(await store.overview(30)).toMatchObject({
      sources: [{ generations: 299, expiresAt: time + 30 * DAY }, { generations: 1 }],
    });
  });
});
