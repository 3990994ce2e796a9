import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { utf8 } from '#lib/log/bytes.ts';
import { createMergedLog, mergePosts } from '#lib/log/opened/merged-log.ts';
import { openExport, openUnverified } from '#lib/log/opened/open-export.ts';
import { FileChangedError, type OpenedLog } from '#lib/log/opened/opened-log.ts';
import type { SourceFile } from '#lib/log/source-file.ts';
import type { ExportChoice } from '#lib/model/log-export.ts';
import {
  createEntries,
  createExport,
  createSampleSigner,
  linkEntries,
  verifySignature,
} from './sample-log.ts';
import { collect, openTestLog, type TestLog, uuid, WHOLE } from './test-log.ts';

const POSTS = 60;
const marks = { alias: (name: string) => `<${name}>`, excerpt: (text: string) => `${text} …` };

let log: TestLog;
let earlier: string;

beforeAll(async () => {
  log = await openTestLog();
  for (let post = 1; post <= POSTS; post += 1) {
    const site = post % 3 === 0 ? 'x' : 'bluesky';
    await log.append(
      { event: 'post.held', post: uuid(post), site, address: 'https://bsky.app/compose' },
      [{ what: 'draft', text: `Größe ${post}` }],
      { keepText: true },
    );
    await log.append({
      event: 'post.approved',
      post: uuid(post),
      role: 'assisted',
      identity: { name: 'Ada' },
    });
    // Comes late, between the entries of others.
    if (post > 5) await log.append({ event: 'post.annotated', post: uuid(post - 5), note: `note ${post}` });
    if (post === POSTS / 2) earlier = await log.checkpoint();
  }
});

const fileOf = (
  lines: readonly string[],
  name = 'a.jsonl',
): SourceFile & { bytes: Uint8Array<ArrayBuffer> } => {
  const file = {
    name,
    bytes: utf8(`${lines.join('\n')}\n`),
    get size() {
      return file.bytes.length;
    },
    read: async (from: number, to: number) => file.bytes.slice(from, to),
  };
  return file;
};

const open = async (file: SourceFile, id = 1): Promise<OpenedLog> => {
  const found = await openExport(file, { verifySignature, marks });
  if (!found?.result.ok) throw new Error(`not intact: ${JSON.stringify(found?.result)}`);
  return { id, file, marks, isVerified: true, posts: found.opened.posts };
};

const openChosen = async (choice: ExportChoice, id = 1) =>
  open(fileOf(await collect(log.exportLines(choice))), id);

describe('an export that was opened', () => {
  test('shows what its own log shows, in both directions, filtered and searched', async () => {
    const merged = createMergedLog();
    merged.open(await openChosen(WHOLE));
    const plain = ({ post, time, site, role, standing, excerpt, identity }: Record<string, unknown>) => ({
      post: String(post).replace('1:', ''),
      time,
      site,
      role,
      standing,
      excerpt,
      identity,
    });
    for (const filter of [{}, { site: 'x' }, { role: 'assisted' as const, identity: 'Ada' }]) {
      const ours = await log.listPosts({ filter, limit: 20 });
      const theirs = await merged.listPosts({ filter, limit: 20 });
      expect(theirs.map((each) => plain({ ...each }))).toEqual(ours.map((each) => plain({ ...each })));
    }
    const newest = await merged.listPosts({ limit: 10 });
    const older = await merged.listPosts({ limit: 10, before: newest.at(-1)?.index });
    const back = await merged.listPosts({ limit: 10, after: older[0]?.index });
    expect(back).toEqual(newest);
    expect((await merged.listPosts({ limit: 3, after: -1 })).at(-1)?.post).toBe(`1:${uuid(1)}`);

    const seen: number[] = [];
    const found = await merged.searchPosts({
      filter: { words: 'GRÖSSE 41'.replace('SS', 'ß') },
      limit: 5,
      onProgress: (done, total) => seen.push(done, total),
    });
    expect(found.map(({ post }) => post)).toEqual([`1:${uuid(41)}`]);
    expect(seen).toEqual([POSTS, POSTS]);
    expect(merged.weeks()).toEqual(await log.weeks());
    expect(merged.facets()).toEqual(await log.facets());
  });

  test('tells the story of a post as its own log does', async () => {
    const merged = createMergedLog();
    merged.open(await openChosen(WHOLE));
    for (const post of [1, 17, POSTS])
      expect(await merged.story(`1:${uuid(post)}`)).toEqual(await log.story(uuid(post)));
    expect(await merged.story(`2:${uuid(1)}`)).toBeUndefined();
    expect(merged.idOf(`1:${uuid(1)}`)).toBe(1);
  });

  test('marks names that stand for others and texts that are only beginnings', async () => {
    const merged = createMergedLog();
    merged.open(await openChosen({ texts: 'excerpts', names: 'pseudonyms' }));
    const [newest] = await merged.listPosts({ limit: 1 });
    expect(newest).toMatchObject({ identity: { name: '<Person 1>' }, excerpt: `Größe ${POSTS} …` });
    expect(newest).not.toHaveProperty('address');
    expect(merged.facets().identities).toEqual(['<Person 1>']);
    const bare = createMergedLog();
    bare.open(await openChosen({ texts: 'digests', names: 'shown' }));
    expect((await bare.listPosts({ limit: 1 }))[0]).not.toHaveProperty('excerpt');
  });

  test('is held against each earlier checkpoint', async () => {
    const file = fileOf(await collect(log.exportLines(WHOLE)));
    const held = await openExport(file, { verifySignature, marks, knownCheckpoints: [earlier] });
    expect(held?.result).toMatchObject({ ok: true, extends: expect.any(Number) });
    const other = await openTestLog();
    await other.append({ event: 'post.held', post: uuid(1), site: 'x' });
    const foreign = await openExport(file, {
      verifySignature,
      marks,
      knownCheckpoints: [earlier, await other.checkpoint()],
    });
    expect(foreign?.result).toMatchObject({ ok: false, code: 'foreign-key' });
  });

  test('says where an earlier checkpoint lies among what is left out, and is opened all the same', async () => {
    const [first] = await log.read({ limit: 1 }, 'forward');
    const late = await collect(log.exportLines({ ...WHOLE, from: (first?.time ?? 0) + 150_000 }));
    const held = await openExport(fileOf(late), { verifySignature, marks, knownCheckpoints: [earlier] });
    expect(held).toMatchObject({ result: { ok: true }, hidden: expect.any(Number) });
  });

  test('is stopped', async () => {
    const file = fileOf(await collect(log.exportLines(WHOLE)));
    expect(await openExport(file, { verifySignature, marks }, () => false)).toBeUndefined();
    expect(await openUnverified(file, marks, () => false)).toBeUndefined();
  });

  test('is not read any more once it says something else', async () => {
    const file = fileOf(await collect(log.exportLines(WHOLE)));
    const merged = createMergedLog();
    merged.open(await open(file));
    file.bytes = utf8(new TextDecoder().decode(file.bytes).replaceAll('Größe 7', 'Größe 8'));
    await expect(merged.story(`1:${uuid(7)}`)).rejects.toThrow(FileChangedError);
    expect(await merged.story(`1:${uuid(6)}`)).toBeDefined();
  });
});

test('what fails is still there to be looked at, line by line as far as it can be read', async () => {
  const lines = await collect(log.exportLines(WHOLE));
  const file = fileOf(
    lines.map((line) => (line.startsWith('{"content"') ? line.replace('Größe 9', 'Kleine 9') : line)),
  );
  const found = await openExport(file, { verifySignature, marks });
  expect(found?.result).toMatchObject({ ok: false, code: 'content-mismatch' });
  file.bytes = utf8(`${new TextDecoder().decode(file.bytes)}{"v":1,"post":7}\nnothing\n`);
  const opened = await openUnverified(file, marks);
  expect(opened).toMatchObject({ unreadable: 2 });
  expect(opened?.posts).toHaveLength(POSTS);
  const merged = createMergedLog();
  merged.open({ id: 1, file, marks, isVerified: false, posts: opened?.posts ?? [] });
  expect((await merged.story(`1:${uuid(9)}`))?.texts).toMatchObject([{ text: 'Kleine 9' }]);
  // Sums are of what was verified.
  expect(merged.weeks()).toEqual([]);
});

test('a stranger’s file makes no link but to the web, and what a newer Candor adds is left out', async () => {
  const signer = await createSampleSigner();
  const entries = createEntries(4).map((entry, at) => ({
    ...entry,
    ...(at === 1 && { permalink: 'javascript:alert(1)', partLinks: ['data:text/html,x', 'https://x.com/1'] }),
    ...(at === 2 && { somethingNew: 'x' }),
    ...(at === 3 && { site: 7 }),
  }));
  const file = fileOf(await createExport(linkEntries(entries), signer));
  const found = await openExport(file, { verifySignature, marks });
  expect(found).toMatchObject({ result: { ok: true }, opened: { unreadable: 1 } });
  const merged = createMergedLog();
  merged.open(await open(file));
  const story = await merged.story(`1:${uuid(1)}`);
  expect(story?.entries[0]).toMatchObject({ partLinks: ['https://x.com/1'] });
  expect(story?.entries[0]).not.toHaveProperty('permalink');
});

test('the merged list is sorted by time, then by log, whatever is open and in whatever order it came', async () => {
  const post = fc.record({ time: fc.nat(50), index: fc.nat(1000) });
  const logs = fc.uniqueArray(fc.record({ id: fc.nat(20), posts: fc.array(post, { maxLength: 30 }) }), {
    selector: ({ id }) => id,
    maxLength: 6,
  });
  const openedOf = ({ id, posts }: { id: number; posts: { time: number; index: number }[] }): OpenedLog => ({
    id,
    file: fileOf([]),
    marks,
    isVerified: true,
    posts: posts.map((each, at) => ({ ...each, post: String(at), tags: [], spans: [], mark: 0 })),
  });
  fc.assert(
    fc.property(logs, (given) => {
      const merged = mergePosts(given.map(openedOf));
      expect(merged).toHaveLength(given.reduce((sum, { posts }) => sum + posts.length, 0));
      for (const [at, { log: from, post: each }] of merged.entries()) {
        const next = merged[at + 1];
        if (!next || each.time < next.post.time) continue;
        expect([each.time, from.id <= next.log.id]).toEqual([next.post.time, true]);
        if (from.id === next.log.id) expect(each.index).toBeLessThanOrEqual(next.post.index);
      }
      const others = mergePosts([...given].reverse().map(openedOf));
      expect(others.map(({ log: from, post: { time } }) => [from.id, time])).toEqual(
        merged.map(({ log: from, post: { time } }) => [from.id, time]),
      );
    }),
  );
});

test('a post with more entries than any has is not followed for ever', async () => {
  const entries = createEntries(1500).map((entry) => ({ ...entry, event: 'post.annotated', post: uuid(1) }));
  const file = fileOf(await createExport(linkEntries(entries), await createSampleSigner()));
  const found = await openExport(file, { verifySignature, marks });
  expect(found).toMatchObject({ result: { ok: true }, opened: { unreadable: 500 } });
  const merged = createMergedLog();
  merged.open(await open(file));
  expect((await merged.story(`1:${uuid(1)}`))?.entries).toHaveLength(1000);
});
