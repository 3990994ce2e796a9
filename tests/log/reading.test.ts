import { openDB } from 'idb';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseCheckpointLine } from '#lib/log/export-lines.ts';
import { openLogReader } from '#lib/log/open-log-reader.ts';
import { verifyReceipt } from '#lib/log/receipt.ts';
import { parseVerifierKey } from '#lib/log/verifier-key.ts';
import { verifyExport } from '#lib/log/verify.ts';
import type { LogEvent } from '#lib/model/log-entry.ts';
import { verifySignature } from './sample-log.ts';
import { BARE, collect, dump, freshName, held, openTestLog, type TestLog, uuid, WHOLE } from './test-log.ts';

describe('a log of several tiles', () => {
  const SIZE = 256 * 3 + 40;
  const name = freshName();
  let log: TestLog;

  beforeAll(async () => {
    log = await openTestLog({ name });
    for (let post = 1; post < SIZE; post += 1) await log.append(held(post));
    await log.close();
  });

  test('each full 256 entries are sealed into one row', async () => {
    const { entries, tiles, leaves, nodes } = await dump(name);
    expect(tiles).toHaveLength(3);
    expect(leaves).toHaveLength(3);
    expect(entries).toHaveLength(40);
    // Three tile roots and the node above the first two.
    expect(nodes).toHaveLength(4);
  });

  test('verifies, in slices, and can be stopped', async () => {
    const seen: number[] = [];
    expect(await log.verify(({ done }) => seen.push(done))).toMatchObject({ ok: true, size: SIZE });
    expect(seen).toEqual([256, 512, 768, SIZE]);
    expect(await log.verify(({ done }) => done < 512)).toBeUndefined();
  });

  test('is read by pages in both directions, across tiles', async () => {
    const indexes = async (from: number | undefined, limit: number, direction: 'forward' | 'backward') =>
      (await log.read({ ...(from !== undefined && { from }), limit }, direction)).map(({ index }) => index);
    expect(await indexes(254, 4, 'forward')).toEqual([254, 255, 256, 257]);
    expect(await indexes(769, 4, 'backward')).toEqual([769, 768, 767, 766]);
    expect(await indexes(undefined, 2, 'backward')).toEqual([SIZE - 1, SIZE - 2]);
    expect(await indexes(SIZE - 1, 5, 'forward')).toEqual([SIZE - 1]);
    expect(await indexes(SIZE, 5, 'forward')).toEqual([]);
    expect(await indexes(1, 5, 'backward')).toEqual([1, 0]);
    expect(await indexes(SIZE + 9, 1, 'backward')).toEqual([SIZE - 1]);
  });

  test('gives a receipt for any entry, few reads each', async () => {
    const key = parseVerifierKey((await log.identity()).key);
    for (const index of [0, 1, 255, 256, 511, 512, 767, 768, SIZE - 1]) {
      const receipt = await log.receipt(index, { withText: true, withName: true });
      expect(key && (await verifyReceipt(receipt, { knownKey: key, verifySignature }))).toMatchObject({
        ok: true,
        index,
        size: SIZE,
      });
    }
    await expect(log.receipt(SIZE, { withText: false, withName: false })).rejects.toThrow(RangeError);
  });

  test('the export is what the verifier wants, and later exports extend it', async () => {
    const lines = await collect(log.exportLines(BARE));
    const knownCheckpoint = parseCheckpointLine(lines.at(-1) ?? '') ?? '';
    expect(lines).toHaveLength(SIZE + 3);
    expect(await verifyExport(lines, { verifySignature })).toMatchObject({ ok: true, size: SIZE });
    expect(await log.checkpoint()).toBe(knownCheckpoint);
    await log.append(held(9999));
    const longer = await collect(log.exportLines(BARE));
    expect(await verifyExport(longer, { verifySignature, knownCheckpoint })).toMatchObject({
      ok: true,
      size: SIZE + 1,
      extends: SIZE,
    });
  });

  test('what is added while an export runs is not in it', async () => {
    const before = await log.size();
    async function* exportAndAppend() {
      let pieces = 0;
      for await (const lines of log.exportLines(BARE)) {
        yield lines;
        pieces += 1;
        // The header, then a tile.
        if (pieces === 2) await log.append(held(10_000));
      }
    }
    expect(await verifyExport(exportAndAppend(), { verifySignature })).toMatchObject({
      ok: true,
      size: before,
    });
  });

  test('every changed byte in the database is found', async () => {
    const database = await openDB(name);
    const tile = await database.get('tiles', 1);
    const changed = tile.bytes.slice();
    const at = new TextDecoder().decode(changed).indexOf('"x"') + 1;
    changed[at] = 'y'.charCodeAt(0);
    await database.put('tiles', { ...tile, bytes: changed }, 1);
    expect(await log.verify()).toMatchObject({ ok: false, code: 'edited', index: 256 });
    await database.put('tiles', tile, 1);
    expect(await log.verify()).toMatchObject({ ok: true });

    const last = (await log.size()) - 1;
    const row = await database.get('entries', last);
    await database.delete('entries', last);
    expect(await log.verify()).toMatchObject({ ok: false, code: 'recomputed' });
    await database.put('entries', row, last);
    expect(await log.verify()).toMatchObject({ ok: true });

    await database.put('entries', { ...row, peaks: row.peaks.slice().reverse() }, last);
    expect(await log.verify()).toMatchObject({ ok: false, code: 'recomputed' });
    await database.put('entries', row, last);
    database.close();
  });

  test('a page reads what the background wrote', async () => {
    const reader = openLogReader({ name, crypto });
    expect(await reader.size()).toBe(await log.size());
    expect(await reader.entriesOfPost(uuid(5))).toMatchObject([{ event: 'post.held' }]);
    expect(await reader.verify()).toMatchObject({ ok: true });
    await reader.close();
  });
});

describe('posts', () => {
  const name = freshName();
  let log: TestLog;
  const add = (post: number, event: LogEvent, more = {}) => log.append({ event, post: uuid(post), ...more });

  beforeAll(async () => {
    log = await openTestLog({ name });
    const identity = { name: 'Ada Example', organisation: 'Analytical Engines' };
    await log.append(held(1, { address: 'https://x.com/home' }), [{ what: 'draft', text: 'raw one' }], {
      keepText: true,
    });
    await log.append(held(2, { site: 'mastodon' }), [{ what: 'draft', text: 'ÜBER zwei' }], {
      keepText: true,
    });
    await log.append(
      { event: 'post.approved', post: uuid(1), role: 'assisted', identity },
      [{ what: 'final', text: 'AI: final one' }],
      { keepText: true },
    );
    await add(1, 'post.released');
    await add(2, 'post.released');
    await add(1, 'post.published', { permalink: 'https://x.com/ada/status/42' });
    await log.append(held(3), [{ what: 'draft', text: 'not kept' }]);
    await add(3, 'post.cancelled');
    await add(4, 'post.held');
    await add(4, 'post.overridden', { reason: 'a quotation' });
    await log.append({ event: 'policy.changed', policy: { id: 'creator', version: '2' } });
  });

  test('one row each, newest first, with what became of it', async () => {
    const posts = await log.listPosts({ limit: 10 });
    expect(posts.map(({ post }) => post)).toEqual([4, 3, 2, 1].map(uuid));
    expect(posts[3]).toEqual({
      post: uuid(1),
      index: 1,
      time: expect.any(Number),
      state: 'post.published',
      standing: 'published',
      outcome: 'published',
      isOverride: false,
      site: 'x',
      kind: 'post',
      role: 'assisted',
      address: 'https://x.com/home',
      identity: { name: 'Ada Example', organisation: 'Analytical Engines' },
      permalink: 'https://x.com/ada/status/42',
      excerpt: 'AI: final one',
    });
    expect(posts[1]).toMatchObject({ outcome: 'cancelled', standing: 'cancelled', state: 'post.cancelled' });
    expect(posts[1]).not.toHaveProperty('excerpt');
    expect(posts[0]).toMatchObject({ isOverride: true, state: 'post.overridden' });
    expect(posts[0]).toMatchObject({ standing: 'held' });
    expect(posts[0]).not.toHaveProperty('outcome');
    expect(posts[2]).toMatchObject({ standing: 'released' });
  });

  test('by pages', async () => {
    const first = await log.listPosts({ limit: 3 });
    const second = await log.listPosts({ limit: 3, before: first.at(-1)?.index ?? 0 });
    expect(second.map(({ post }) => post)).toEqual([uuid(1)]);
    expect(await log.listPosts({ limit: 3, before: second[0]?.index ?? 0 })).toEqual([]);
  });

  test.each([
    ['über', [2]],
    ['final ONE', [1]],
    ['raw', []],
    ['analytical', [1]],
    ['status/42', [1]],
    ['mastodon', [2]],
    ['  ', [4, 3, 2, 1]],
    ['not kept', []],
  ])('search for "%s"', async (words, expected) => {
    const found = await log.searchPosts({ filter: { words }, limit: 10 });
    expect(found.map(({ post }) => post)).toEqual(expected.map(uuid));
  });

  test('a released post is open until an outcome is known', async () => {
    expect((await log.openPosts()).map(({ post }) => post)).toEqual([uuid(2)]);
    await add(2, 'post.unconfirmed');
    expect(await log.openPosts()).toEqual([]);
  });

  test('entries of one post', async () => {
    expect((await log.entriesOfPost(uuid(1))).map(({ event }) => event)).toEqual([
      'post.held',
      'post.approved',
      'post.released',
      'post.published',
    ]);
    expect(await log.entriesOfPost(uuid(77))).toEqual([]);
  });

  test('the story of one post: its entries and what is kept of its texts', async () => {
    const story = await log.story(uuid(1));
    expect(story).toMatchObject({ post: uuid(1), entries: await log.entriesOfPost(uuid(1)) });
    expect(story?.texts).toEqual([
      { index: 1, what: 'draft', text: 'raw one' },
      { index: 3, what: 'final', text: 'AI: final one' },
    ]);
    expect((await log.story(uuid(3)))?.texts).toEqual([]);
    expect(await log.story(uuid(77))).toBeUndefined();
  });

  test('an export with texts carries them beside their entries, and they verify', async () => {
    const lines = await collect(log.exportLines(WHOLE));
    expect(await verifyExport(lines, { verifySignature })).toMatchObject({ ok: true, texts: 3 });
    const without = await collect(log.exportLines(BARE));
    expect(without.join('\n')).not.toContain('final one');
    expect(await verifyExport(without, { verifySignature })).toMatchObject({ ok: true, texts: 0 });
  });
});
