import { deleteDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { GenerationStoreOptions } from '#lib/provenance/store/store-contract.ts';
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

afterEach(async () => {
  vi.restoreAllMocks();
  await closeTestStores();
});

/** A mark as it lies outside the database; `fails`: writing is refused. */
function createMarkPlace() {
  const place = { stored: undefined as unknown, fails: false };
  const refuse = () => {
    if (place.fails) throw new Error('full');
  };
  return Object.assign(place, {
    read: async () => place.stored,
    async write(mark: unknown) {
      refuse();
      place.stored = structuredClone(mark);
    },
    async remove() {
      refuse();
      place.stored = undefined;
    },
  });
}

/** A background that has lived and was stopped: some answers were remembered in it. */
async function createRemembered(overrides: Partial<GenerationStoreOptions> = {}) {
  const place = createMarkPlace();
  const options = testOptions({ mark: place, ...overrides });
  const store = openTestStore(options);
  await remember(store, range(1, 30), { source: 'claude' });
  await remember(store, range(500, 30));
  await store.close();
  return { place, options };
}

const LOST = { generations: 2, until: NOW + 30 * DAY };

describe('a database that is gone', () => {
  test('is said to be lost, through every stop of the background, until that is accepted', async () => {
    const { options } = await createRemembered();
    await deleteDB(options.name);
    for (const _ of ['first', 'second']) {
      const store = openTestStore(options);
      expect(await store.findLoss(30)).toEqual(LOST);
      await store.close();
    }
    const store = openTestStore(options);
    await remember(store, range(900, 30));
    expect(await store.findLoss(30)).toEqual(LOST);
    await store.acceptLoss();
    expect(await store.findLoss(30)).toBeUndefined();
    await store.close();
    expect(await openTestStore(options).findLoss(30)).toBeUndefined();
  });

  test('is missed for as long as it would have been kept', async () => {
    let now = NOW;
    const { options } = await createRemembered({ now: () => now });
    await deleteDB(options.name);
    const store = openTestStore(options);
    now += 30 * DAY - 1;
    expect(await store.findLoss(30)).toEqual(LOST);
    expect(await store.findLoss(7)).toBeUndefined();
    now += 1;
    expect(await store.findLoss(30)).toBeUndefined();
  });

  test('that goes while the background lives is missed at the next look, and nothing of it is still found', async () => {
    const options = testOptions({ mark: createMarkPlace() });
    const store = openTestStore(options);
    const wanted = Uint32Array.from([...range(1, 30), ...range(500, 30)]);
    await remember(store, range(1, 30));
    await remember(store, range(500, 30), { source: 'claude' });
    expect((await store.findPostings(wanted)).size).toBe(60);
    await deleteDB(options.name);
    // As many changes as before: what is in memory must not be taken for what is stored.
    await remember(store, range(900, 30));
    await remember(store, range(500, 30));
    const found = await store.findPostings(wanted);
    expect(found.size).toBe(30);
    expect(await store.findFacts([found.values().next().value?.[0]?.generation ?? 0])).toMatchObject([
      { source: 'chatgpt' },
    ]);
    expect(await store.findLoss(30)).toMatchObject({ generations: 2 });
  });

  test('is missed for its pictures as well', async () => {
    const { options } = await createRemembered({ now: () => NOW + DAY });
    const store = openTestStore(options);
    const picture = { width: 1024, height: 1024, address: 'https://ai.example/picture' };
    await store.rememberPicture({ source: 'claude', sourceName: 'Claude', picture });
    await store.close();
    await deleteDB(options.name);
    expect(await openTestStore(options).findLoss(30)).toMatchObject({ generations: 3 });
  });

  test('twice: both are missed, until the newer would have been forgotten', async () => {
    let now = NOW;
    const { options } = await createRemembered({ now: () => now });
    await deleteDB(options.name);
    now += DAY;
    const store = openTestStore(options);
    await remember(store, range(900, 30));
    await store.close();
    await deleteDB(options.name);
    expect(await openTestStore(options).findLoss(30)).toEqual({
      generations: 3,
      until: NOW + 31 * DAY,
    });
  });

  test('is noticed again where the mark could not be written', async () => {
    const { options, place } = await createRemembered();
    await deleteDB(options.name);
    place.fails = true;
    const store = openTestStore(options);
    expect(await store.findLoss(30)).toEqual(LOST);
    await remember(store, range(900, 30));
    await store.close();
    place.fails = false;
    expect(await openTestStore(options).findLoss(30)).toEqual(LOST);
  });
});

describe('what is no loss', () => {
  test('a new installation, and a database from before there were marks', async () => {
    const place = createMarkPlace();
    const options = testOptions();
    const first = openTestStore({ ...options, mark: place });
    expect(await first.findLoss(30)).toBeUndefined();
    await first.close();
    place.stored = undefined;
    await remember(openTestStore(options), range(1, 30));
    await closeTestStores();
    const store = openTestStore({ ...options, mark: place });
    expect(await store.findLoss(30)).toBeUndefined();
    await store.close();
    // From here on it has one.
    await deleteDB(options.name);
    expect(await openTestStore({ ...options, mark: place }).findLoss(30)).toMatchObject({ generations: 1 });
  });

  test.each(['all', 'its sources', 'its time'] as const)('everything forgotten: %s', async (how) => {
    const { options } = await createRemembered();
    const store = openTestStore(options);
    if (how === 'all') await store.forget('all');
    else if (how === 'its time') await store.expire(-1);
    else for (const source of ['claude', 'chatgpt']) await store.forget({ source });
    expect(await store.findLoss(30)).toBeUndefined();
    await store.close();
    await deleteDB(options.name);
    expect(await openTestStore(options).findLoss(30)).toBeUndefined();
  });

  test('forgotten, and stopped before the mark was written', async () => {
    const { options, place } = await createRemembered();
    place.fails = true;
    const store = openTestStore(options);
    await store.forget('all');
    await store.close();
    place.fails = false;
    expect(await openTestStore(options).findLoss(30)).toBeUndefined();
  });

  test('a database that could not be opened and was made anew by forgetting everything', async () => {
    const { options } = await createRemembered();
    const { open } = indexedDB;
    const refuse = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const store = openTestStore(options);
    await expect(store.findLoss(30)).rejects.toMatchObject({ code: 'unreadable' });
    await store.forget('all');
    refuse.mockImplementation(open.bind(indexedDB));
    expect(await store.findLoss(30)).toBeUndefined();
  });

  test('a secret that was damaged and made anew by forgetting everything', async () => {
    const { options } = await createRemembered();
    await tamper(options.name, (database) => database.delete('meta', 'secret'));
    const store = openTestStore(options);
    await store.forget('all');
    await store.close();
    expect(await openTestStore(options).findLoss(30)).toBeUndefined();
  });

  test('forgetting everything after a loss accepts it', async () => {
    const { options } = await createRemembered();
    await deleteDB(options.name);
    const store = openTestStore(options);
    expect(await store.findLoss(30)).toEqual(LOST);
    await store.forget('all');
    expect(await store.findLoss(30)).toBeUndefined();
  });

  test('a browser that keeps no database: the mark waits for one that does', async () => {
    const { options, place } = await createRemembered();
    const before = place.stored;
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not allowed', 'InvalidStateError');
    });
    await expect(openTestStore(options).findLoss(30)).rejects.toMatchObject({ code: 'refused' });
    expect(place.stored).toEqual(before);
    vi.restoreAllMocks();
    expect(await openTestStore(options).findLoss(30)).toBeUndefined();
  });

  test.each([[undefined], ['nonsense'], [{ database: 1 }]])('a mark that says %j', async (stored) => {
    const { options, place } = await createRemembered();
    await deleteDB(options.name);
    place.stored = stored;
    expect(await openTestStore(options).findLoss(30)).toBeUndefined();
  });
});

test('the mark says how much there is and names the database without its secret', async () => {
  const { options, place } = await createRemembered();
  expect(place.stored).toEqual({
    database: expect.stringMatching(/^[0-9a-f]{32}$/u),
    generations: 2,
    newest: NOW,
  });
  const [secret] = ((await dump(options.name)).meta as { secret?: Uint8Array }[]).flatMap(
    (row) => row.secret ?? [],
  );
  expect(JSON.stringify(place.stored)).not.toContain(
    Buffer.from(secret ?? [])
      .toString('hex')
      .slice(0, 32),
  );
});
