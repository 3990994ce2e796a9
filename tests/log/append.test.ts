import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseBase64, toBase64 } from '#lib/log/bytes.ts';
import { contentDigest } from '#lib/log/hash.ts';
import { logEntrySchema } from '#lib/model/log-entry.ts';
import { collect, dump, freshName, held, openTestLog, testOptions, uuid, WHOLE } from './test-log.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('a new log begins with the fingerprint of its key', async () => {
  const log = await openTestLog();
  const entry = await log.append(held(1));
  expect(entry).toMatchObject({ index: 1, event: 'post.held', software: '0.1.0', v: 1 });
  const [first] = await log.read({ limit: 1 }, 'forward');
  const { fingerprint } = await log.identity();
  expect(first).toMatchObject({ event: 'log.opened', index: 0, previous: '' });
  expect(first?.reason).toBe(`key=${fingerprint}; condition=new`);
});

test('entries are what the model says, one after the other', async () => {
  const log = await openTestLog();
  await log.append(
    held(1, {
      policy: { id: 'creator', version: '1' },
      findings: [{ rule: 'ai-label', level: 'require', code: 'labelMissing', fix: 'add-label' }],
      role: 'generated-reviewed',
      reviewMilliseconds: 1200,
    }),
    [{ what: 'draft', text: 'hello' }],
  );
  for (const entry of await log.read({ limit: 10 }, 'forward')) {
    expect(logEntrySchema.parse(entry)).toEqual(entry);
  }
  expect(await log.verify()).toMatchObject({ ok: true, size: 2 });
});

test('facts that the model does not know are refused before anything is written', async () => {
  const log = await openTestLog();
  await log.append(held(1));
  expect(() => log.append({ event: 'post.sold' } as never)).toThrow();
  expect(() => log.append({ ...held(2), secret: 1 } as never)).toThrow();
  expect(await log.size()).toBe(2);
});

test('a broken character in a fact or a text does no harm', async () => {
  const log = await openTestLog();
  const entry = await log.append(
    { event: 'post.overridden', post: uuid(1), reason: 'half \ud83d of one' },
    [{ what: 'final', text: 'and \udc00 here' }],
    { keepText: true },
  );
  expect(entry.reason).toBe('half \ufffd of one');
  expect(await log.verify()).toMatchObject({ ok: true });
  expect(await log.listPosts({ limit: 1 })).toMatchObject([{ excerpt: 'and \ufffd here' }]);
});

test('a clock that goes back changes neither order nor validity', async () => {
  const times = [5000, 9000, 2000, 2000];
  const log = await openTestLog({ now: () => times.shift() ?? 1 });
  for (let post = 0; post < 4; post += 1) await log.append(held(post));
  const entries = await log.read({ limit: 10 }, 'forward');
  expect(entries.map(({ time }) => time)).toEqual([5000, 9000, 2000, 2000, 1]);
  expect(entries.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  expect(await log.verify()).toMatchObject({ ok: true, timeWentBack: 2 });
});

describe('one after the other', () => {
  test('appends that are asked for at once', async () => {
    const log = await openTestLog();
    const entries = await Promise.all(Array.from({ length: 40 }, (_, post) => log.append(held(post))));
    expect(entries.map(({ index }) => index)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    expect(await log.verify()).toMatchObject({ ok: true, size: 41 });
  });

  test.each([
    ['with locks', true],
    ['without locks', false],
  ])('two contexts that write to one database, %s', async (_, hasLocks) => {
    if (!hasLocks) vi.stubGlobal('navigator', {});
    const name = freshName();
    const [one, two] = await Promise.all([openTestLog({ name }), openTestLog({ name })]);
    const entries = await Promise.all(
      Array.from({ length: 60 }, (__, post) => (post % 2 === 0 ? one : two).append(held(post))),
    );
    expect(new Set(entries.map(({ index }) => index)).size).toBe(60);
    expect(await one.size()).toBe(61);
    expect(
      (await one.read({ limit: 61 }, 'forward')).filter(({ event }) => event === 'log.opened'),
    ).toHaveLength(1);
    expect(await one.verify()).toMatchObject({ ok: true, size: 61 });
    expect((await one.identity()).key).toBe((await two.identity()).key);
  });

  test('a message that comes twice writes one entry where it says so', async () => {
    const name = freshName();
    const [one, two] = await Promise.all([openTestLog({ name }), openTestLog({ name })]);
    const once = { keepText: false, once: true };
    const entries = await Promise.all([one, two, one].map((log) => log.append(held(1), [], once)));
    expect(new Set(entries.map(({ index }) => index)).size).toBe(1);
    expect(await one.entriesOfPost(uuid(1))).toHaveLength(1);
    await one.append(held(1));
    expect(await one.entriesOfPost(uuid(1))).toHaveLength(2);
  });
});

test('an entry is on disk before it is acknowledged: strict, and added, never put', async () => {
  const log = await openTestLog();
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  await log.append(held(1));
  const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.length).toBeGreaterThan(0);
  for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
  expect(put.mock.contexts.map((store) => (store as IDBObjectStore).name)).not.toContain('entries');
});

describe('texts', () => {
  const SENTINEL = 'Kranichfeder-4711';

  test('are nowhere when they are not to be kept', async () => {
    const options = testOptions();
    const log = await openTestLog(options);
    const contents = [{ what: 'draft' as const, text: `${SENTINEL} one` }];
    const { contents: digests } = await log.append(held(1), contents, { keepText: false });
    expect(digests).toMatchObject([{ what: 'draft', length: SENTINEL.length + 4 }]);
    for (const [store, rows] of Object.entries(await dump(options.name))) {
      for (const row of rows) {
        const texts = JSON.stringify(row, (_, value) =>
          value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
        );
        expect(texts, store).not.toContain(SENTINEL);
      }
    }
    expect((await collect(log.exportLines(WHOLE))).join('\n')).not.toContain(SENTINEL);
    expect((await dump(options.name)).contents).toEqual([]);
  });

  test('lie beside the log under their digest, each with a salt of its own', async () => {
    const options = testOptions();
    const log = await openTestLog(options);
    const contents = [
      { what: 'draft' as const, text: SENTINEL },
      { what: 'final' as const, text: SENTINEL },
    ];
    const { contents: digests = [] } = await log.append(held(1), contents, { keepText: true });
    const rows = (await dump(options.name)).contents as { salt: string; text: string }[];
    expect(rows.map(({ text }) => text)).toEqual([SENTINEL, SENTINEL]);
    expect(new Set(rows.map(({ salt }) => salt)).size).toBe(2);
    const opened = rows.map(({ salt, text }) =>
      toBase64(contentDigest(parseBase64(salt) ?? new Uint8Array(), text)),
    );
    expect(opened.sort()).toEqual(digests.map(({ digest }) => digest).sort());
  });

  test('can be erased without a trace in the log', async () => {
    const log = await openTestLog();
    const text = (what: 'draft' | 'final') => [{ what, text: `${SENTINEL} ${what}` }];
    const keep = { keepText: true };
    await log.append(held(1), text('draft'), keep);
    const later = await log.append(held(2), text('final'), keep);
    await log.append(held(3), text('final'), keep);
    expect(await log.eraseText({ post: uuid(1) })).toBe(1);
    expect(await log.eraseText({ post: uuid(1) })).toBe(0);
    expect(await log.eraseText({ before: later.time + 1 })).toBe(1);
    const left = await collect(log.exportLines(WHOLE));
    expect(left.filter((line) => line.includes(SENTINEL))).toHaveLength(1);
    expect(await log.eraseText('all')).toBe(1);
    expect((await log.listPosts({ limit: 9 })).some(({ excerpt }) => excerpt)).toBe(false);
    expect(await log.verify()).toMatchObject({ ok: true, size: 4 });
  });

  test('leave behind when they were erased, whoever erased them; what was never kept leaves nothing', async () => {
    let now = 1_700_000_000_000;
    const log = await openTestLog({ now: () => now });
    const keep = { keepText: true };
    const texts = [{ what: 'draft' as const, text: SENTINEL }];
    const erasures = [{ post: uuid(1) }, { before: now + 1 }, 'all'] as const;
    for (const [at, selection] of erasures.entries()) {
      now = 1_700_000_000_000;
      await log.append(held(at + 1), texts, keep);
      await log.append(held(at + 1, { event: 'post.approved' }), texts);
      now += at + 1;
      expect(await log.eraseText(selection)).toBe(1);
      const story = await log.story(uuid(at + 1));
      const index = story?.entries[0]?.index;
      expect(story).toMatchObject({ texts: [], erased: [{ index, what: 'draft', time: now }] });
      expect(await log.readText(uuid(at + 1), 'draft')).toBeUndefined();
    }
    // A later erasure finds nothing and does not change the dates.
    now += 1000;
    expect(await log.eraseText('all')).toBe(0);
    expect((await log.story(uuid(1)))?.erased).toMatchObject([{ time: 1_700_000_000_001 }]);
    expect((await log.searchPosts({ filter: { words: SENTINEL }, limit: 9 })).length).toBe(0);
    const left = await collect(log.exportLines(WHOLE));
    expect(left.filter((line) => line.includes('{"content":'))).toEqual([]);
    expect(await log.receipt(1, { withText: true, withName: true })).not.toContain(SENTINEL);
  });
});
