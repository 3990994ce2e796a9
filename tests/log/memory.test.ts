import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MemoryRows } from '#lib/log/memory-rows.ts';
import type { LogOptions } from '#lib/log/open-log.ts';
import { openLogReader } from '#lib/log/open-log-reader.ts';
import { verifyExport } from '#lib/log/verify.ts';
import { createVerifySignature } from '#lib/log/web-crypto.ts';
import { collect, held, openTestLog, openWithArchive, testOptions, uuid, WHOLE } from './test-log.ts';

/** Case 36: Firefox that never remembers history lets an extension open no database. */
const refuseDatabases = () =>
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
  });

/** As `storage.session` of Firefox does: copies, keys included. */
const createRows = () => {
  let kept: Record<string, unknown> = {};
  const rows: MemoryRows & { isFull: boolean; writes: number } = {
    isFull: false,
    writes: 0,
    readAll: async () => structuredClone(kept),
    async write(changed, removed) {
      if (rows.isFull) throw new Error('exceeded its quota limitations');
      rows.writes += 1;
      const rest = Object.entries(kept).filter(([name]) => !removed.includes(name));
      kept = structuredClone({ ...Object.fromEntries(rest), ...changed });
    },
  };
  return rows;
};

const KEEP = { keepText: true };
const TEXT = [{ what: 'draft' as const, text: 'some text' }];

let memory: ReturnType<typeof createRows>;
let options: LogOptions;

beforeEach(() => {
  memory = createRows();
  options = testOptions({ memory });
  refuseDatabases();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('where the browser refuses any database', () => {
  test('without memory to live in the refusal has a name of its own', async () => {
    await expect(openWithArchive(testOptions())).rejects.toMatchObject({ name: 'LogError', code: 'refused' });
  });

  test('the log lives in memory, says so, and verifies', async () => {
    const { log, condition, keeping } = await openWithArchive(options);
    expect([condition, keeping]).toEqual([{ is: 'new' }, 'in-memory']);
    await log.append(held(1), TEXT, KEEP);
    await log.append({ event: 'post.released', post: uuid(1) });
    expect(await log.openPosts()).toMatchObject([{ post: uuid(1) }]);
    await log.append({ event: 'post.published', post: uuid(1) });
    expect(await log.openPosts()).toEqual([]);
    const [opened] = await log.read({ limit: 1 }, 'forward');
    expect(opened?.reason).toMatch(/; condition=new; kept=in-memory$/u);
    const lines = await collect(log.exportLines(WHOLE));
    const verified = await verifyExport(lines, { verifySignature: createVerifySignature(crypto.subtle) });
    expect(verified).toMatchObject({ ok: true, size: 4 });
    expect(lines.join()).toContain('some text');
  });

  test('a background that starts again goes on with the same log', async () => {
    const { log } = await openWithArchive(options);
    await log.append(held(1));
    const { key } = await log.identity();
    await log.close();
    const { log: again, condition } = await openWithArchive(options);
    expect(condition).toEqual({ is: 'kept' });
    expect((await again.identity()).key).toBe(key);
    expect(await again.append(held(2))).toMatchObject({ index: 2 });
    expect(await again.verify()).toMatchObject({ ok: true, size: 3 });
  });

  test('a page reads the same log', async () => {
    const { log } = await openWithArchive(options);
    await log.append(held(1), TEXT, KEEP);
    const reader = openLogReader(options);
    await log.append(held(2), TEXT, KEEP);
    expect((await reader.listPosts({ limit: 5 })).map(({ post }) => post)).toEqual([uuid(2), uuid(1)]);
    expect(await reader.listPosts({ limit: 5, before: 2 })).toMatchObject([{ excerpt: 'some text' }]);
    expect(await reader.listPosts({ filter: { site: 'x' }, limit: 1 })).toMatchObject([{ post: uuid(2) }]);
    expect(await reader.listPosts({ after: 1, limit: 5 })).toMatchObject([{ post: uuid(2) }]);
    expect(await reader.searchPosts({ filter: { words: 'SOME' }, limit: 5 })).toHaveLength(2);
    expect(await reader.weeks()).toMatchObject([{ posts: 2 }]);
    expect((await reader.story(uuid(1)))?.texts).toEqual([{ index: 1, what: 'draft', text: 'some text' }]);
    expect(await reader.verify()).toMatchObject({ ok: true, size: 3 });
    // The page signed: the background takes the same checkpoint up.
    expect(await log.checkpoint()).toBe(await reader.checkpoint());
  });

  test('a page that alone is refused, in a private window, does not take an empty memory for the log', async () => {
    const reader = openLogReader(options);
    await expect(reader.listPosts({ limit: 5 })).rejects.toMatchObject({ code: 'refused' });
    // The background was slower: now there is one.
    const { log } = await openWithArchive(options);
    await log.append(held(1));
    expect(await reader.listPosts({ limit: 5 })).toMatchObject([{ post: uuid(1) }]);
  });

  test('an entry asked for twice stands once, also when both come at once', async () => {
    const { log } = await openWithArchive(options);
    const once = { keepText: false, once: true };
    const [first, second] = await Promise.all([log.append(held(1), [], once), log.append(held(1), [], once)]);
    expect(second).toEqual(first);
    expect(await log.size()).toBe(2);
  });

  test('appending, erasing and signing at once do not undo each other', async () => {
    const { log } = await openWithArchive(options);
    await log.append(held(1), TEXT, KEEP);
    const reader = openLogReader(options);
    await Promise.all([
      log.append(held(2)),
      log.eraseText('all'),
      reader.checkpoint(),
      log.append({ event: 'post.cancelled', post: uuid(1) }),
    ]);
    expect(await log.entriesOfPost(uuid(1))).toHaveLength(2);
    expect(JSON.stringify(await memory.readAll())).not.toContain('some text');
    expect(await log.verify()).toMatchObject({ ok: true, size: 4 });
  });

  test('kept texts can be erased', async () => {
    const { log } = await openWithArchive(options);
    await log.append(held(1), TEXT, KEEP);
    await log.append(held(2), TEXT, KEEP);
    expect(await log.eraseText({ post: uuid(1) })).toBe(1);
    expect(await log.eraseText({ before: 0 })).toBe(0);
    expect(await log.eraseText('all')).toBe(1);
    expect(JSON.stringify(await memory.readAll())).not.toContain('some text');
    expect(await log.verify()).toMatchObject({ ok: true, size: 3 });
  });

  test('a long log is sealed and read like any other', async () => {
    const { log } = await openWithArchive(options);
    for (let post = 1; post < 300; post += 1) await log.append(held(post));
    await log.close();
    const names = Object.keys(await memory.readAll());
    expect(names).toContain('tiles/0');
    expect(names.filter((name) => name.startsWith('entries/'))).toHaveLength(44);
    const { log: again } = await openWithArchive(options);
    expect(await again.verify()).toMatchObject({ ok: true, size: 300 });
    expect(await again.receipt(17, { withText: false, withName: true })).toContain('c2sp.org/tlog-proof');
  });

  test('rows that are refused are not there, and the log goes on', async () => {
    const { log } = await openWithArchive(options);
    await log.append(held(1), TEXT, KEEP);
    const before = await memory.readAll();
    memory.isFull = true;
    await expect(log.append(held(2), TEXT, KEEP)).rejects.toThrow('quota');
    expect(await memory.readAll()).toEqual(before);
    memory.isFull = false;
    expect(await log.append(held(3))).toMatchObject({ index: 2 });
    expect(await log.verify()).toMatchObject({ ok: true, size: 3 });
  });

  test('a log on disk does not move into memory when its database closes and is refused', async () => {
    vi.restoreAllMocks();
    const { log, keeping } = await openWithArchive(options);
    await log.append(held(1));
    expect(keeping).toBe('on-disk');
    refuseDatabases();
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('closing', 'InvalidStateError');
    });
    await expect(log.append(held(2))).rejects.toMatchObject({ code: 'refused' });
    expect(await memory.readAll()).toEqual({});
  });

  test('each entry is one write', async () => {
    const { log } = await openWithArchive(options);
    await log.append(held(1));
    const { writes } = memory;
    await log.append(held(2), TEXT, KEEP);
    expect(memory.writes).toBe(writes + 1);
  });

  test('the head of a log on disk is neither compared with it nor written over', async () => {
    vi.restoreAllMocks();
    let head: string | undefined;
    const headMirror = {
      read: async () => head,
      write: async (written: string) => {
        head = written;
      },
    };
    const onDisk = await openTestLog({ ...options, headMirror });
    await onDisk.append(held(1));
    await onDisk.close();
    const before = head;
    refuseDatabases();
    const { log, condition } = await openWithArchive({ ...options, headMirror });
    expect(condition).toEqual({ is: 'new' });
    await log.append(held(7));
    await log.close();
    expect(head).toBe(before);
    vi.restoreAllMocks();
    const { condition: later, keeping } = await openWithArchive({ ...options, headMirror });
    expect([later, keeping]).toEqual([{ is: 'kept' }, 'on-disk']);
  });
});
