import fc from 'fast-check';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Log, LogOptions } from '#lib/log/open-log.ts';
import { openLogReader } from '#lib/log/open-log-reader.ts';
import { RULE_IDS } from '#lib/model/decision.ts';
import { LOG_EVENTS, type LogFacts } from '#lib/model/log-entry.ts';
import type { LogFilter } from '#lib/model/log-query.ts';
import { ROLES } from '#lib/model/role.ts';
import { passes, type ScannedPost, scanPosts, scanWeeks } from './naive-scan.ts';
import { dump, freshName, openTestLog, testOptions, uuid } from './test-log.ts';
import { type Written, writeLog } from './write-log.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 0, 1);

const SITES = ['x', 'mastodon', '__proto__', 'a=b'];
const IDENTITIES = [{ name: 'Ada' }, { name: 'Ada', organisation: 'Engines' }, { name: 'Grace' }];
const POLICIES = [
  { id: 'creator', version: '1' },
  { id: 'team of two', version: '2' },
];
const POST_EVENTS = LOG_EVENTS.filter((event) => event.startsWith('post.'));

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

const factsArbitrary = fc
  .record({
    event: fc.constantFrom(...POST_EVENTS),
    post: fc.integer({ min: 1, max: 12 }).map(uuid),
    site: optional(fc.constantFrom(...SITES)),
    role: optional(fc.constantFrom(...ROLES)),
    identity: optional(fc.constantFrom(...IDENTITIES)),
    policy: optional(fc.constantFrom(...POLICIES)),
    reviewMilliseconds: optional(fc.constantFrom(0, 1, 999, 1024, 70_000)),
    findings: optional(
      fc.array(
        fc.record({
          rule: fc.constantFrom(...RULE_IDS.slice(0, 3)),
          level: fc.constantFrom('advise' as const, 'require' as const),
          code: fc.constant('labelMissing'),
          fix: fc.constant('add-label' as const),
        }),
        { maxLength: 2 },
      ),
    ),
  })
  .map(
    (facts) =>
      Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as LogFacts,
  );

interface Appended {
  readonly facts: LogFacts;
  readonly time: number;
  readonly label: boolean;
}

/** A clock that jumps, back too. */
const writtenArbitrary: fc.Arbitrary<Appended> = fc.record({
  facts: factsArbitrary,
  time: fc.integer({ min: 0, max: 40 }).map((days) => START + days * DAY),
  label: fc.boolean(),
});

const filterArbitrary: fc.Arbitrary<LogFilter> = fc
  .record({
    from: optional(fc.integer({ min: 0, max: 40 }).map((days) => START + days * DAY)),
    until: optional(fc.integer({ min: 0, max: 40 }).map((days) => START + days * DAY)),
    site: optional(fc.constantFrom(...SITES)),
    role: optional(fc.constantFrom(...ROLES)),
    outcome: optional(fc.constantFrom('held' as const, 'released' as const, 'published' as const)),
    rule: optional(fc.constantFrom(...RULE_IDS.slice(0, 3))),
    override: optional(fc.constant(true as const)),
    identity: optional(fc.constantFrom('Ada', 'Engines', 'Grace')),
    policy: optional(fc.constantFrom('creator 1', 'team of two 2')),
  })
  // Most filters narrow by one or two facets: all at once would find nothing.
  .chain((filter) => fc.subarray(Object.entries(filter), { maxLength: 3 }))
  .map((members) => Object.fromEntries(members.filter(([, value]) => value !== undefined)));

type Reader = ReturnType<typeof openLogReader>;

const readAll = async (log: Pick<Log, 'read' | 'size'>): Promise<ScannedPost[]> =>
  scanPosts(await log.read({ limit: await log.size() }, 'forward'));

const found = (posts: readonly { post: string }[]): string[] => posts.map(({ post }) => post);

/** Everything that a page can ask, against a scan of all entries. */
async function expectRightAnswers(reader: Reader, filters: readonly LogFilter[]): Promise<void> {
  const posts = await readAll(reader);
  expect(await reader.weeks()).toEqual(scanWeeks(posts));
  for (const filter of filters) {
    const expected = posts.filter((post) => passes(post, filter));
    const all = await reader.listPosts({ filter, limit: 5000 });
    expect(found(all), JSON.stringify(filter)).toEqual(found(expected));
    expect([expected.length, undefined]).toContain(await reader.countPosts(filter));
    const { from, until, site } = filter;
    const sites = site === undefined ? undefined : [site, 'nowhere'];
    const period = Object.fromEntries(
      Object.entries({ from, until, site }).filter(([, value]) => value !== undefined),
    );
    expect(await reader.weeks({ from, until, sites })).toEqual(
      scanWeeks(posts.filter((post) => passes(post, period))),
    );
    const middle = expected[Math.floor(expected.length / 2)]?.index ?? 5;
    const older = expected.filter(({ index }) => index < middle);
    const newer = expected.filter(({ index }) => index > middle);
    expect(found(await reader.listPosts({ filter, before: middle, limit: 2 }))).toEqual(
      found(older.slice(0, 2)),
    );
    expect(found(await reader.listPosts({ filter, after: middle, limit: 2 }))).toEqual(
      found(newer.slice(-2)),
    );
    const words = { ...filter, words: 'MASTO' };
    expect(found(await reader.searchPosts({ filter: words, limit: 5000 }))).toEqual(
      all.filter(({ site }) => site?.includes('masto')).map(({ post }) => post),
    );
  }
}

interface Made {
  readonly log: Log;
  readonly reader: Reader;
  readonly options: LogOptions;
  add(entries: readonly Appended[]): Promise<void>;
}

async function makeLog(): Promise<Made> {
  let now = START;
  const options = testOptions({ now: () => now });
  const log = await openTestLog(options);
  return {
    log,
    options,
    reader: openLogReader(options),
    async add(entries) {
      for (const { facts, time, label } of entries) {
        now = time;
        await log.append(facts, label ? [{ what: 'label', text: 'AI' }] : []);
      }
    },
  };
}

describe('whatever is in the log and whatever is asked', () => {
  test('the answer is that of a scan of all entries, after each stretch of appends', async () => {
    const stretches = fc.array(fc.array(writtenArbitrary, { minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(
        stretches,
        fc.array(filterArbitrary, { minLength: 3, maxLength: 6 }),
        async (all, filters) => {
          const { add, log, reader } = await makeLog();
          for (const entries of all) {
            await add(entries);
            await expectRightAnswers(reader, filters);
          }
          await reader.close();
          await log.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  test('also where the catalogue breaks off at any request, and when it goes on', async () => {
    const { put } = IDBObjectStore.prototype;
    const cases = fc.tuple(
      fc.array(writtenArbitrary, { minLength: 1, maxLength: 12 }),
      fc.array(writtenArbitrary, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('catalogue', 'tallies', 'meta'),
      fc.array(filterArbitrary, { minLength: 2, maxLength: 4 }),
    );
    let broken = 0;
    await fc.assert(
      fc.asyncProperty(cases, async ([first, second, store, filters]) => {
        const { add, log, reader } = await makeLog();
        await add(first);
        await reader.weeks();
        await add(second);
        vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
          this: IDBObjectStore,
          ...given
        ) {
          const request = put.apply(this, given);
          if (this.name === store) {
            broken += 1;
            this.transaction.abort();
          }
          return request;
        });
        await expectRightAnswers(reader, filters);
        vi.restoreAllMocks();
        await expectRightAnswers(reader, filters);
        await reader.close();
        await log.close();
      }),
      { numRuns: 30 },
    );
    expect(broken).toBeGreaterThan(0);
  });
});

/** Posts of four entries; every 50th with a remark long after. */
function* usual(count: number): Generator<Written> {
  yield { facts: { event: 'log.opened' }, time: START };
  for (let post = 0; post < count; post += 1) {
    const time = START + post * (DAY / 20);
    const site = post % 7 === 0 ? 'mastodon' : 'x';
    const own = { post: uuid(post), site };
    yield {
      facts: {
        ...own,
        event: 'post.held',
        findings: [{ rule: 'ai-label', level: 'require', code: 'a', fix: 'add-label' }],
      },
      time,
      texts: [{ what: 'draft', text: `text number ${post}` }],
    };
    const role = ROLES[post % ROLES.length] ?? 'none';
    yield { facts: { ...own, event: 'post.approved', role, reviewMilliseconds: post }, time: time + 1 };
    yield { facts: { ...own, event: 'post.released' }, time: time + 2 };
    if (post % 3 > 0) yield { facts: { ...own, event: 'post.published' }, time: time + 3 };
    if (post % 50 === 49)
      yield { facts: { post: uuid(post - 40), event: 'post.failed', reason: 'late' }, time: time + 4 };
  }
}

describe('a log of many shelves', () => {
  const name = freshName();
  const options = testOptions({ name });
  const MONTH = { from: START + 20 * DAY, until: START + 50 * DAY };
  const FILTERS: LogFilter[] = [
    {},
    { site: 'mastodon' },
    { ...MONTH },
    { ...MONTH, site: 'mastodon', role: 'assisted' },
    { outcome: 'failed', from: START + 3 * DAY },
    { rule: 'ai-label', until: START + 2 * DAY },
    { rule: 'attribution' },
  ];
  let reader: Reader;

  test('made in tiles it is a log like any other', async () => {
    await writeLog(name, usual(1500));
    reader = openLogReader(options);
    expect(await reader.verify()).toMatchObject({ ok: true });
    const log = await openTestLog(options);
    await log.append({ event: 'post.held', post: uuid(9999), site: 'x' });
    await log.close();
    expect(await reader.verify()).toMatchObject({ ok: true });
  });

  test('is answered for as a scan does, in both directions', async () => {
    await expectRightAnswers(reader, FILTERS);
    expect((await dump(name)).catalogue?.length).toBeGreaterThan(3);
  });

  test('is read on in both directions without a gap', async () => {
    const filter = { site: 'mastodon' };
    const all = await reader.listPosts({ filter, limit: 5000 });
    const down: string[] = [];
    for (let before: number | undefined; ; ) {
      const page = await reader.listPosts({ filter, before, limit: 40 });
      down.push(...found(page));
      before = page.at(-1)?.index;
      if (page.length < 40) break;
    }
    expect(down).toEqual(found(all));
    const up: string[] = [];
    for (let after = 0; ; ) {
      const page = await reader.listPosts({ filter, after, limit: 40 });
      up.unshift(...found(page));
      after = page[0]?.index ?? after;
      if (page.length < 40) break;
    }
    expect(up).toEqual(found(all));
  });

  test('what a filter can be set to', async () => {
    expect(await reader.facets()).toEqual({ sites: ['mastodon', 'x'], identities: [], policies: [] });
  });

  test('search tells how far it is, and ends when it is told to', async () => {
    const seen: [number, number][] = [];
    const words = 'NUMBER 17 ';
    const search = { filter: { words: words.trim() }, limit: 5000 };
    const posts = await reader.searchPosts({ ...search, onProgress: (...progress) => seen.push(progress) });
    expect(posts.map(({ excerpt }) => excerpt)).toContain('text number 17');
    expect(posts.every(({ excerpt }) => excerpt?.startsWith('text number 17'))).toBe(true);
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.at(-1)).toEqual([1501, 1501]);

    const stop = new AbortController();
    let looks = 0;
    const stopped = reader.searchPosts({
      ...search,
      signal: stop.signal,
      onProgress() {
        looks += 1;
        stop.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(looks).toBe(1);
  });

  test('search looks no further than the page that was asked for', async () => {
    const seen: [number, number][] = [];
    const page = await reader.searchPosts({
      filter: { words: 'text' },
      limit: 5,
      onProgress: (...progress) => seen.push(progress),
    });
    expect(page).toHaveLength(5);
    expect(seen).toHaveLength(1);
  });

  test('a catalogue of other entries counts for nothing', async () => {
    const database = await openDB(name);
    const mark = await database.get('meta', 'catalogued');
    await database.put('meta', { ...mark, leaf: new Uint8Array(32) }, 'catalogued');
    await database.clear('catalogue');
    database.close();
    await expectRightAnswers(openLogReader(options), FILTERS);
    await expectRightAnswers(reader, FILTERS);
  });

  test('two pages that catch up at once make one catalogue', async () => {
    const database = await openDB(name);
    await database.delete('meta', 'catalogued');
    const before = await database.getAll('tallies');
    const readers = [openLogReader(options), openLogReader(options), reader];
    await Promise.all(readers.map((one) => one.weeks()));
    expect(await database.getAll('tallies')).toEqual(before);
    database.close();
    await expectRightAnswers(reader, FILTERS);
  });
});
