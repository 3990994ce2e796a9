import { csvParse, csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Aliases } from '#lib/log/export/aliases.ts';
import { csvHeader, csvRows, formatCsv } from '#lib/log/export/csv.ts';
import { describePost, type PostLine } from '#lib/log/export/describe-post.ts';
import { escapeHtml } from '#lib/log/export/escape-html.ts';
import { OCSF_VERSION, ocsfEvent } from '#lib/log/export/ocsf.ts';
import { Report } from '#lib/log/export/report.ts';
import type { ExportChoice } from '#lib/model/log-export.ts';
import { openTestLog, type TestLog, uuid, WHOLE } from './test-log.ts';

const HIDDEN: ExportChoice = { texts: 'digests', names: 'pseudonyms' };
const NAME = 'Ada Kranichfeder';
const EVIL = '=HYPERLINK("https://evil.example")';

let log: TestLog;

beforeAll(async () => {
  log = await openTestLog();
  const identity = { name: NAME, organisation: 'Kranich & Co' };
  const add = (post: number, event: 'post.held' | 'post.released' | 'post.published' | 'post.bypassed') =>
    log.append({ event, post: uuid(post), site: post === 3 ? 'mastodon' : 'x', kind: 'post' });
  await log.append(
    {
      event: 'post.held',
      post: uuid(1),
      site: 'x',
      kind: 'post',
      address: 'https://x.com/kranichfeder',
      policy: { id: 'creator', version: '1' },
      findings: [{ rule: 'ai-label', level: 'require', code: 'labelMissing', fix: 'add-label' }],
    },
    [{ what: 'draft', text: EVIL }],
    { keepText: true },
  );
  await log.append(
    {
      event: 'post.overridden',
      post: uuid(1),
      role: 'assisted',
      identity,
      reason: 'Kranichfeder said so',
      reviewMilliseconds: 4600,
    },
    [{ what: 'final', text: `${EVIL}, "quoted"\nand <b>bold</b>` }],
    { keepText: true },
  );
  await add(1, 'post.released');
  await add(1, 'post.published');
  await add(2, 'post.held');
  await add(3, 'post.bypassed');
});

async function linesOf(choice: ExportChoice): Promise<PostLine[]> {
  const aliases = new Aliases();
  const all: PostLine[] = [];
  for await (const posts of log.exportPosts(choice))
    all.push(...posts.map((post) => describePost(post, choice, aliases)));
  return all;
}

async function csvOf(choice: ExportChoice): Promise<Record<string, string>[]> {
  const text = csvHeader() + csvRows(await linesOf(choice));
  return csvParse(text);
}

async function eventsOf(choice: ExportChoice): Promise<Record<string, unknown>[]> {
  const aliases = new Aliases();
  const all: Record<string, unknown>[] = [];
  for await (const entries of log.exportEntries(choice))
    all.push(
      ...entries.map(
        (entry) => ocsfEvent(entry, { choice, aliases, origin: 'log/1' }) as Record<string, unknown>,
      ),
    );
  return JSON.parse(JSON.stringify(all));
}

describe('CSV', () => {
  const isFormula = (cell: string): boolean => /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell);

  test('is read back as it was written, but for the apostrophe before what would be a formula', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
      fc.stringMatching(/^[ \t\r\n\0]*[=+\-@＝＋－＠'",;\r\n\t\0a😀]{0,6}$/u),
    );
    const record = fc.array(cell, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 5 }), (records) => {
        const text = formatCsv(records);
        expect(text.endsWith('\r\n')).toBe(true);
        expect(csvParseRows(text)).toEqual(
          records.map((cells) => cells.map((each) => (isFormula(each) ? `'${each}` : each))),
        );
      }),
      { numRuns: 500 },
    );
  });

  test.each(['=1', '+1', '-1', '@a', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a', ' =1', '\0=1'])(
    '%j is no formula',
    (cell) => {
      const [[read] = []] = csvParseRows(formatCsv([[cell, 'x']]));
      expect(read).toBe(`'${cell}`);
    },
  );

  test('one row a post, newest first, with what was chosen', async () => {
    const rows = await csvOf(WHOLE);
    expect(rows.map(({ post }) => post)).toEqual([3, 2, 1].map(uuid));
    expect(rows[2]).toMatchObject({
      site: 'x',
      role: 'assisted',
      outcome: 'published',
      override: 'yes',
      rules: 'ai-label',
      policy: 'creator 1',
      review_seconds: '5',
      name: NAME,
      organisation: 'Kranich & Co',
      address: 'https://x.com/kranichfeder',
      reason: 'Kranichfeder said so',
      text: `'${EVIL}, "quoted"\nand <b>bold</b>`,
      entry: '1',
    });
    expect(rows[0]).toMatchObject({ deviation: 'bypassed', outcome: 'released', site: 'mastodon' });
    expect(rows[1]).toMatchObject({ outcome: 'held', override: 'no' });
  });

  test('without names and texts neither is in it', async () => {
    const [, , first] = await csvOf(HIDDEN);
    expect(first).toMatchObject({ name: 'Person 1', organisation: '', address: '', reason: '', text: '' });
    expect(first?.digest).toHaveLength(44);
    expect(JSON.stringify(await linesOf(HIDDEN))).not.toMatch(/Kranich|HYPERLINK/iu);
  });

  test('sites and period narrow it', async () => {
    expect(await csvOf({ ...WHOLE, sites: ['mastodon'] })).toHaveLength(1);
    expect(await csvOf({ ...WHOLE, until: 1 })).toHaveLength(0);
    expect(await log.countExported({ ...WHOLE, sites: ['x'] })).toEqual({
      posts: 2,
      overrides: 1,
      pastGate: 0,
    });
  });
});

describe('OCSF', () => {
  test('each event has what the schema requires of its class', async () => {
    const events = await eventsOf(WHOLE);
    expect(events).toHaveLength(7);
    for (const event of events) {
      const { class_uid, activity_id, type_uid, category_uid, severity_id, time, metadata } = event;
      expect(type_uid).toBe((class_uid as number) * 100 + (activity_id as number));
      expect([0, 1, 2, 3]).toContain(severity_id);
      expect(time).toBeGreaterThan(1_600_000_000_000);
      expect(metadata).toMatchObject({
        version: OCSF_VERSION,
        product: { name: 'Candor', vendor_name: 'Candor' },
      });
      expect(category_uid).toBe(Math.floor((class_uid as number) / 1000));
      if (class_uid === 6001)
        expect(event.web_resources).toMatchObject([{ uid: expect.any(String), name: expect.any(String) }]);
      else expect(class_uid).toBe(0);
      if (activity_id === 99) expect(event.activity_name).toBe(event.message);
    }
    expect(events.map(({ type_uid }) => type_uid)).toEqual([
      99, 600199, 600199, 600199, 600101, 600199, 600101,
    ]);
  });

  test('what the schema has no place for stands in unmapped; names only where they were chosen', async () => {
    const [, held, overridden] = await eventsOf(WHOLE);
    expect(held).toMatchObject({
      unmapped: { policy: { id: 'creator' }, findings: [{ rule: 'ai-label' }], texts: [{ text: EVIL }] },
    });
    expect(overridden).toMatchObject({
      severity_id: 2,
      actor: { user: { name: NAME, org: { name: 'Kranich & Co' } } },
      unmapped: { reason: 'Kranichfeder said so' },
    });
    const hidden = await eventsOf(HIDDEN);
    expect(hidden[2]).toMatchObject({ actor: { user: { name: 'Person 1' } } });
    expect(JSON.stringify(hidden)).not.toMatch(/Kranich|HYPERLINK/iu);
    expect(hidden[0]).toMatchObject({ unmapped: { reason: expect.stringMatching(/^key=/u) } });
  });
});

describe('the report', () => {
  const report = new Report({
    text: (key, ...values) => [key, ...values].join(' '),
    language: 'en',
    formatTime: (time) => new Date(time).toISOString(),
    siteNameOf: ({ site }) => site ?? '–',
    roleNameOf: (role) => role,
    outcomeNameOf: ({ standing }) => standing,
    chartStyle: '.chart-bar { stroke: red; }',
  });

  test('shows whatever stands in a post as text, and lets nothing run', async () => {
    const counts = await log.countExported(WHOLE);
    const charts = [
      { title: 'Posts <per week>', svg: '<svg></svg>', table: { head: ['a'], rows: [['<i>']] } },
    ];
    const begin = report.begin({
      made: 0,
      origin: 'o',
      fingerprint: 'f',
      checkpoint: 'c',
      size: 7,
      counts,
      charts,
    });
    const html = begin + report.rows(await linesOf(WHOLE)) + report.end();
    expect(html).toContain('&lt;b&gt;bold&lt;/b&gt;');
    expect(html).toContain('Posts &lt;per week&gt;');
    expect(html).toContain('<td>&lt;i&gt;</td>');
    expect(html).not.toMatch(/<b>|<script|javascript:|<i>/iu);
    expect(html).toContain("default-src 'none'; style-src 'sha256-");
    expect(html.match(/<tr><td dir/gu)).toHaveLength(3);
  });

  test('no text can leave its element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"'\0]/u);
      }),
    );
  });
});
