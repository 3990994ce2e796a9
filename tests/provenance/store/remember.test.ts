import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  captureOf,
  closeTestStores,
  DAY,
  dump,
  mergeNow,
  NO_OWN,
  NOW,
  openTestStore,
  prints,
  range,
  remember,
  testOptions,
} from './test-store.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await closeTestStores();
});

describe('an answer', () => {
  test('is found by its fingerprints, with its facts', async () => {
    const store = openTestStore();
    const facts = { model: 'gpt-x', conversation: 'https://chatgpt.com/c/1', length: 77 };
    expect(await remember(store, [7, 8, 7], facts, [20])).toEqual({ id: 1, isNew: true });
    const found = await store.findPostings(Uint32Array.of(7, 9, 7, 20));
    expect([...found.keys()]).toEqual([7]);
    expect(found.get(7)).toEqual(
      expect.arrayContaining([
        { generation: 1, position: 0 },
        { generation: 1, position: 6 },
      ]),
    );
    expect(await store.findOwn(Uint32Array.of(7, 20, 21))).toEqual(new Set([20]));
    expect(await store.findGenerations([1, 2])).toEqual([{ id: 1, length: 9 }]);
    expect(await store.findFacts([2, 1])).toEqual([
      { id: 1, source: 'chatgpt', sourceName: 'ChatGPT', captured: 'answer', time: NOW, ...facts },
    ]);
  });

  test('without fingerprints is not stored', async () => {
    const store = openTestStore();
    expect(await remember(store, [])).toBeUndefined();
    expect(await store.overview(30)).toMatchObject({ generations: 0, sources: [] });
  });

  test('captured again is the same, with the later time and the stronger evidence', async () => {
    let time = NOW;
    const store = openTestStore(testOptions({ now: () => time }));
    await remember(store, range(1, 50), { captured: 'answer' });
    await remember(store, range(500, 50), { captured: 'answer' });
    time += 1000;
    expect(await remember(store, range(1, 50), { captured: 'copy-control' })).toEqual({
      id: 1,
      isNew: false,
    });
    time += 1000;
    expect(await remember(store, range(1, 50), { captured: 'answer', model: 'later' })).toEqual({
      id: 1,
      isNew: false,
    });
    expect(await store.findFacts([1])).toMatchObject([
      { captured: 'copy-control', time: NOW + 2000, model: 'later' },
    ]);
    expect(await store.overview(30)).toMatchObject({ generations: 2, fingerprints: 100 });
  });

  test('of another source is another one', async () => {
    const store = openTestStore();
    await remember(store, range(1, 50));
    expect(await remember(store, range(1, 50), { source: 'claude' })).toEqual({ id: 2, isNew: true });
  });

  test('captured by two tabs at once is one', async () => {
    const options = testOptions();
    const [one, two] = [openTestStore(options), openTestStore(options)];
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, at) => remember(at % 2 === 0 ? one : two, range(1, 50))),
    );
    expect(all.filter((remembered) => remembered?.isNew)).toHaveLength(1);
    expect((await dump(options.name)).generations).toHaveLength(1);
    expect((await dump(options.name)).lists).toHaveLength(1);
    expect((await one.findPostings(Uint32Array.from(range(1, 1)))).size).toBe(1);
  });
});

describe('an answer that has grown', () => {
  test('takes the place of the shorter one of its conversation', async () => {
    const store = openTestStore();
    const conversation = 'https://chatgpt.com/c/1';
    await remember(store, range(1, 40), { conversation, captured: 'drag' });
    await remember(store, range(500, 40), { conversation });
    await store.tidy();
    // The last fingerprint of the shorter one was of half a word.
    const grown = [...range(1, 39), ...range(100, 60)];
    expect(await remember(store, grown, { conversation })).toEqual({ id: 3, isNew: false });
    expect(await store.findFacts([1, 3])).toMatchObject([{ id: 3, captured: 'drag' }]);
    const found = await store.findPostings(Uint32Array.from(range(1, 1)));
    expect([...found.values()]).toEqual([[{ generation: 3, position: 0 }]]);
    expect(await store.overview(30)).toMatchObject({ generations: 2, fingerprints: 139 });
  });

  test('leaves those of other conversations and those that it shares little with', async () => {
    const store = openTestStore();
    await remember(store, range(1, 40), { conversation: 'https://chatgpt.com/c/2' });
    await remember(store, [...range(1, 30), ...range(900, 10)], { conversation: 'https://chatgpt.com/c/1' });
    await remember(store, range(1, 100), { conversation: 'https://chatgpt.com/c/1' });
    expect(await store.overview(30)).toMatchObject({ generations: 3 });
  });

  test('is the same when a part of it is copied', async () => {
    const store = openTestStore();
    await remember(store, range(1, 100));
    expect(await remember(store, range(20, 10), { captured: 'copy' })).toEqual({ id: 1, isNew: false });
    expect(await store.findFacts([1])).toMatchObject([{ captured: 'copy', length: 1000 }]);
  });
});

describe('texts', () => {
  const SENTINEL = 'Kranichfeder-4711';

  /** Everything readable in a value, bytes too. */
  const readable = (value: unknown): string =>
    JSON.stringify(value, (_, inner) => {
      if (!ArrayBuffer.isView(inner)) return inner;
      const bytes = new Uint8Array(inner.buffer, inner.byteOffset, inner.byteLength);
      return [new TextDecoder('latin1').decode(bytes), new TextDecoder('utf-16le').decode(bytes.slice())];
    });

  /** Fingerprints of a text as any function may make them: not one of its characters remains readable. */
  const printsOf = (text: string) =>
    prints(
      Array.from(text, (character, at) => Math.imul((character.codePointAt(0) ?? 0) + at, 0x9e3779b1) >>> 0),
    );

  test('are nowhere when they are not to be kept', async () => {
    const options = testOptions();
    const store = openTestStore(options);
    const carrying = { ...captureOf(), text: SENTINEL } as unknown as ReturnType<typeof captureOf>;
    await expect(store.remember(carrying, printsOf(SENTINEL), NO_OWN)).rejects.toThrow();
    await store.remember(captureOf(), printsOf(SENTINEL), printsOf(SENTINEL).hashes);
    for (const parts of [0, 256]) {
      const rows = await dump(options.name);
      expect([rows.texts, rows.lists, rows.hashes].map((stored) => stored?.length)).toEqual([0, 1, parts]);
      for (const [name, stored] of Object.entries(rows)) {
        expect(readable(stored), `${name}, ${parts} parts`).not.toContain(SENTINEL);
      }
      await mergeNow(store);
    }
  });

  test('are found until their time has come, and then erased', async () => {
    let time = NOW;
    const options = testOptions({ now: () => time });
    const store = openTestStore(options);
    const kept = { text: SENTINEL, until: NOW + 7 * DAY };
    const first = await store.remember(captureOf(), prints(range(1, 30)), NO_OWN, kept);
    await remember(store, range(400, 30));
    expect(await store.findText(first?.id ?? 0)).toBe(SENTINEL);
    expect(await store.findText(2)).toBeUndefined();
    expect(await store.findTextIds([1, 2, 3])).toEqual([1]);
    const withText = (await store.overview(30)).bytes;
    expect(await store.forgetExpiredTexts()).toBe(0);
    time = kept.until;
    expect(await store.findText(1)).toBeUndefined();
    expect(await store.findTextIds([1])).toEqual([]);
    expect(await store.forgetExpiredTexts()).toBe(1);
    expect((await dump(options.name)).texts).toEqual([]);
    expect((await store.overview(30)).bytes).toBe(withText - 2 * SENTINEL.length);
    expect((await store.findFacts([1])).length).toBe(1);
  });

  test('of a part are not taken for the text of the whole', async () => {
    const store = openTestStore();
    await remember(store, range(1, 100));
    const kept = { text: SENTINEL, until: NOW + DAY };
    await store.remember(captureOf(), prints(range(20, 30)), NO_OWN, kept);
    expect(await store.findText(1)).toBeUndefined();
    await store.remember(captureOf(), prints(range(1, 100)), NO_OWN, kept);
    expect(await store.findText(1)).toBe(SENTINEL);
  });
});

describe('no space', () => {
  test.each(['lists', 'generations'])(
    'refused in %s: nothing is written, and the store goes on',
    async (store) => {
      const options = testOptions();
      const generations = openTestStore(options);
      await remember(generations, range(1, 30));
      const before = await dump(options.name);
      const { add } = IDBObjectStore.prototype;
      vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...given) {
        if (this.name === store) throw new DOMException('no space', 'QuotaExceededError');
        return add.apply(this, given);
      });
      await expect(remember(generations, range(500, 30))).rejects.toMatchObject({
        name: 'ProvenanceError',
        code: 'quota',
      });
      expect(await dump(options.name)).toEqual(before);
      vi.restoreAllMocks();
      expect(await remember(generations, range(500, 30))).toEqual({ id: 2, isNew: true });
    },
  );
});

describe('bounded', () => {
  test('the oldest of the source that holds most goes first', async () => {
    let time = NOW;
    const now = () => {
      time += 1;
      return time;
    };
    const store = openTestStore(testOptions({ now, limits: { generations: 50, fingerprints: 1000 } }));
    await remember(store, range(1, 20), { source: 'claude' });
    for (let answer = 1; answer < 200; answer += 1) await remember(store, range(answer * 100, 20));
    const { sources, generations, fingerprints } = await store.overview(30);
    expect({ generations, fingerprints }).toEqual({ generations: 50, fingerprints: 1000 });
    expect(sources.map(({ source, generations: count }) => [source, count])).toEqual([
      ['chatgpt', 49],
      ['claude', 1],
    ]);
    expect((await store.findPostings(Uint32Array.from(range(1, 20)))).size).toBe(20);
    expect((await store.findPostings(Uint32Array.from(range(199 * 100, 20)))).size).toBe(20);
    expect((await store.findPostings(Uint32Array.from(range(100 * 100, 20)))).size).toBe(0);
  });

  test.each([
    ['many short answers', { answers: 300, size: 2 }],
    ['few long answers', { answers: 40, size: 90 }],
  ])('%s drive no other source out of its half', async (_, { answers, size }) => {
    let time = NOW;
    const now = () => {
      time += 1;
      return time;
    };
    const store = openTestStore(testOptions({ now, limits: { generations: 50, fingerprints: 1000 } }));
    const OTHER = 20;
    for (let answer = 0; answer < OTHER; answer += 1) {
      await remember(store, range(answer * 100, 25), {
        source: 'claude',
        conversation: `https://ai.example/${answer}`,
      });
    }
    for (let answer = 0; answer < answers; answer += 1) {
      await remember(store, range(100_000 + answer * 100, size), {
        conversation: `https://flood.example/${answer}`,
      });
      expect(await store.overview(30)).toMatchObject({
        generations: expect.toSatisfy((count: number) => count <= 50),
        fingerprints: expect.toSatisfy((count: number) => count <= 1000),
      });
    }
    const { sources } = await store.overview(30);
    expect(sources.find(({ source }) => source === 'claude')?.generations).toBe(OTHER);
  });

  test('the texts that one source may keep; its answers are remembered all the same', async () => {
    const options = testOptions();
    const store = openTestStore(options);
    const kept = { text: 'x'.repeat(4_000_000), until: NOW + DAY };
    const keep = (id: number, source: string) =>
      store.remember(
        captureOf({ source, conversation: `https://ai.example/${id}` }),
        prints(range(id * 100, 30)),
        NO_OWN,
        kept,
      );
    for (const id of [1, 2, 3]) await keep(id, 'chatgpt');
    await keep(4, 'claude');
    expect(await Promise.all([1, 2, 3, 4].map((id) => store.findText(id)))).toEqual([
      kept.text,
      kept.text,
      undefined,
      kept.text,
    ]);
    expect((await store.overview(30)).generations).toBe(4);
    // There is room again when the time of the others has come.
    await store.forget({ source: 'chatgpt' });
    await keep(5, 'chatgpt');
    expect(await store.findText(5)).toBe(kept.text);
  });

  test('more fingerprints of prompts than make sense', async () => {
    const store = openTestStore();
    await remember(store, range(1, 20), {}, range(1000, 150_000));
    expect((await store.overview(30)).fingerprints).toBe(100_020);
  });
});

test('prompts that come with each answer of a conversation are stored once, and outlive a shorter answer', async () => {
  const store = openTestStore();
  const prompts = range(7000, 500);
  await remember(store, range(1, 20), {}, prompts);
  await remember(store, range(100, 20), {}, [...prompts, ...range(9000, 10)]);
  expect((await store.overview(30)).fingerprints).toBe(20 + 500 + 20 + 10);
  await remember(store, range(1, 60), {}, prompts);
  expect((await store.overview(30)).fingerprints).toBe(60 + 500 + 20 + 10);
  expect((await store.findOwn(Uint32Array.from([...prompts, ...range(9000, 10)]))).size).toBe(510);
});

test('the secret is made once, kept, and not the same twice', async () => {
  const options = testOptions();
  const secret = await openTestStore(options).readSecret();
  expect(secret).toHaveLength(32);
  expect(await openTestStore(options).readSecret()).toEqual(secret);
  expect(await openTestStore().readSecret()).not.toEqual(secret);
});
