import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { utf8 } from '#lib/log/bytes.ts';
import { signCheckpoint } from '#lib/log/checkpoint.ts';
import { parseCheckpointLine } from '#lib/log/export-lines.ts';
import { leafHash } from '#lib/log/hash.ts';
import { OmittedRun } from '#lib/log/omitted-run.ts';
import { parseOmitted } from '#lib/log/optional-lines.ts';
import { verifyExport } from '#lib/log/verify.ts';
import type { ExportChoice } from '#lib/model/log-export.ts';
import {
  createEntries,
  createExport,
  createSampleSigner,
  headOf,
  linkEntries,
  verifySignature,
  withSections,
} from './sample-log.ts';
import { BARE, collect, openTestLog, type TestLog, uuid, WHOLE } from './test-log.ts';

const POSTS = 130;
const SITES = ['x', 'mastodon', 'bluesky'];
const SENTINELS = ['Kranichfeder', 'Wolkenbruch', 'Zitronenfalter'];
const [NAME = '', TEXT = '', ADDRESS = ''] = SENTINELS;

let log: TestLog;
let size: number;
let first: number;
let last: number;

beforeAll(async () => {
  log = await openTestLog();
  for (let post = 1; post <= POSTS; post += 1) {
    const site = SITES[post % SITES.length] ?? 'x';
    const identity = { name: `${NAME} ${post % 4}` };
    await log.append(
      { event: 'post.held', post: uuid(post), site, address: `https://${ADDRESS}.example/${post}` },
      [{ what: 'draft', text: `${TEXT} ${post} ${'long '.repeat(100)}end of ${post}` }],
      { keepText: post % 2 === 0 },
    );
    await log.append({ event: 'post.approved', post: uuid(post), role: 'assisted', identity, reason: NAME });
    if (post % 5 === 0)
      await log.append({ event: 'policy.changed', policy: { id: 'creator', version: '2' } });
  }
  size = await log.size();
  const [opened] = await log.read({ limit: 1 }, 'forward');
  const [newest] = await log.read({ limit: 1 }, 'backward');
  first = opened?.time ?? 0;
  last = newest?.time ?? 0;
});

const check = (lines: readonly string[], knownCheckpoint?: string) =>
  verifyExport(lines as string[], {
    verifySignature,
    ...(knownCheckpoint !== undefined && { knownCheckpoint }),
  });
const exported = (choice: ExportChoice): Promise<string[]> => collect(log.exportLines(choice));

const choices = (): fc.Arbitrary<ExportChoice> =>
  fc
    .record(
      {
        from: fc.integer({ min: first - 5, max: last + 5 }),
        until: fc.integer({ min: first - 5, max: last + 5 }),
        sites: fc.uniqueArray(fc.constantFrom(...SITES, 'none'), { minLength: 1 }),
        texts: fc.constantFrom('full', 'excerpts', 'digests'),
        names: fc.constantFrom('shown', 'pseudonyms'),
      },
      { requiredKeys: ['texts', 'names'] },
    )
    .map((choice) => choice as ExportChoice);

test('whatever is chosen, the file verifies, and shows exactly what was chosen', async () => {
  const entries = await log.read({ limit: size }, 'forward');
  const siteOf = (post: string | undefined) =>
    entries.find((entry) => entry.post === post && entry.site)?.site;
  await fc.assert(
    fc.asyncProperty(choices(), async (choice) => {
      const lines = await exported(choice);
      const wanted = entries.filter(
        ({ time, post }) =>
          time >= (choice.from ?? 0) &&
          time < (choice.until ?? last + 1) &&
          (choice.sites === undefined ||
            choice.sites.includes(post === undefined ? '' : (siteOf(post) ?? ''))),
      );
      expect(await check(lines)).toMatchObject({ ok: true, size, shown: wanted.length });
      const text = lines.join('\n');
      if (choice.names === 'pseudonyms') for (const word of [NAME, ADDRESS]) expect(text).not.toContain(word);
      if (choice.texts === 'digests') expect(text).not.toContain(TEXT);
      if (choice.texts !== 'full') expect(text).not.toContain('end of');
    }),
    { numRuns: 60 },
  );
});

test('nothing chosen at all: still proved to be there', async () => {
  const lines = await exported({ ...BARE, until: 0 });
  expect(lines).toHaveLength(4);
  expect(lines[1]?.length).toBeLessThan(1000);
  expect(await check(lines)).toMatchObject({ ok: true, size, shown: 0 });
});

test('the same person has the same alias throughout, and other persons have others', async () => {
  const lines = await exported({ ...BARE, names: 'pseudonyms' });
  const names = lines.flatMap((line) => (line.startsWith('{"alias":') ? [JSON.parse(line).alias.name] : []));
  expect(names).toHaveLength(POSTS);
  expect(names.slice(0, 5)).toEqual(['Person 1', 'Person 2', 'Person 3', 'Person 4', 'Person 1']);
  expect(await check(lines)).toMatchObject({ ok: true, aliases: POSTS });
});

test('excerpts are shown as what nothing vouches for', async () => {
  const lines = await exported({ ...WHOLE, texts: 'excerpts' });
  expect(await check(lines)).toMatchObject({ ok: true, texts: 0, excerpts: POSTS / 2 });
  expect(await check(await exported(WHOLE))).toMatchObject({ ok: true, texts: POSTS / 2, excerpts: 0 });
});

describe('an export with entries left out', () => {
  let lines: string[];
  let at: number;

  beforeAll(async () => {
    lines = await exported({ ...BARE, sites: ['x'] });
    at = lines.findIndex((line, index) => index > 3 && line.startsWith('{"omitted":'));
  });

  test.each<[string, (all: string[]) => string[], object]>([
    ['one line for them gone', (all) => all.toSpliced(at, 1), { ok: false }],
    [
      'another hash',
      (all) => all.with(at, (all[at] ?? '').replace(/"hashes":\["./u, '"hashes":["/')),
      { ok: false },
    ],
    [
      'another number',
      (all) => all.with(at, (all[at] ?? '').replace(/"count":./u, '"count":9')),
      { ok: false },
    ],
    [
      'another place',
      (all) => all.with(at, (all[at] ?? '').replace(/"from":./u, '"from":9')),
      { code: 'unparsable' },
    ],
    ['twice', (all) => all.toSpliced(at, 0, all[at] ?? ''), { code: 'unparsable' }],
    [
      'a shown entry edited',
      (all) => all.with(at + 1, (all[at + 1] ?? '').replace('"x"', '"y"')),
      { ok: false },
    ],
    ['a shown entry gone', (all) => all.toSpliced(at + 1, 1), { ok: false }],
  ])('%s', async (_, change, expected) => {
    const changed = await withSections(change([...lines]));
    expect(changed).not.toEqual(lines);
    expect(await check(changed)).toMatchObject({ ok: false, ...expected });
  });

  test('is compared with an earlier checkpoint where that lies among what it shows', async () => {
    const whole = linkEntries(createEntries(12));
    const signer = await createSampleSigner();
    const known = (count: number) => signCheckpoint(headOf(whole.slice(0, count)), signer);
    const complete = await createExport(whole, signer);
    const run = new OmittedRun(3);
    for (const line of whole.slice(3, 9)) run.add(leafHash(utf8(line)));
    const partial = await withSections([...complete.slice(0, 4), run.toLine(), ...complete.slice(10)]);
    expect(await check(partial)).toMatchObject({ ok: true, size: 12, shown: 6 });
    // 3, then 4 to 7, then 8: the borders of the subtrees can be compared with, what lies inside one cannot.
    for (const count of [0, 2, 3, 4, 8, 9, 12])
      expect(await check(partial, await known(count))).toMatchObject({ ok: true, extends: count });
    for (const count of [5, 6, 7])
      expect(await check(partial, await known(count))).toEqual({
        ok: false,
        code: 'known-omitted',
        index: count,
      });
    const other = signCheckpoint(headOf(linkEntries(createEntries(4, 'other'))), signer);
    expect(await check(partial, await other)).toMatchObject({ code: 'recomputed' });
  });
});

test('a damaged line that proves nothing is found by the manifest, with the line where its section begins', async () => {
  const lines = await exported({ ...BARE, names: 'pseudonyms' });
  const alias = lines.findIndex((line) => line.startsWith('{"alias":'));
  const changed = lines.with(alias, (lines[alias] ?? '').replace('Person 1', 'Person 9'));
  expect(await check(changed)).toEqual({ ok: false, code: 'damaged', line: 2 });
  expect(parseCheckpointLine(lines.at(-1) ?? '')).toBeDefined();
});

test('lines for what is left out are taken only as Candor writes them', () => {
  const hash = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=';
  expect(parseOmitted(`{"omitted":{"count":1,"from":0,"hashes":["${hash}"]}}`)).toMatchObject({ from: 0 });
  for (const line of [
    `{"omitted":{"count":2,"from":1,"hashes":["${hash}"]}}`,
    '{"omitted":{"count":0,"from":1,"hashes":[]}}',
    `{"omitted":{"count":1,"from":-1,"hashes":["${hash}"]}}`,
    `{"omitted":{"count":1,"from":9007199254740991,"hashes":["${hash}"]}}`,
    `{"omitted":{"from":0,"count":1,"hashes":["${hash}"]}}`,
    '{"omitted":{"count":1,"from":0,"hashes":["AA=="]}}',
    '{"omitted":null}',
    '{"omitted":7}',
  ])
    expect(parseOmitted(line), line).toBeUndefined();
});
