import { openDB } from 'idb';
import { beforeAll, describe, expect, test } from 'vitest';
import { readUtf8 } from '#lib/log/bytes.ts';
import { formatAlias } from '#lib/log/export-lines.ts';
import { verifyReceipt } from '#lib/log/receipt.ts';
import { verifyExport } from '#lib/log/verify.ts';
import type { LogFacts } from '#lib/model/log-entry.ts';
import { verifySignature, withSections } from './sample-log.ts';
import { BARE, collect, dump, freshName, held, openTestLog, type TestLog, uuid } from './test-log.ts';

const WHO = { name: 'Ada Kranichfeder', organisation: 'Analytical Kranichfeder' };
const PERSONAL = {
  address: 'https://example.org/kranichfeder/new',
  identity: WHO,
  partLinks: ['https://example.org/kranichfeder/2'],
  permalink: 'https://example.org/kranichfeder/1',
  reason: 'Kranichfeder said so',
  roleReason: 'all by Kranichfeder',
} satisfies Partial<LogFacts>;
const FACTS: LogFacts = { event: 'post.overridden', post: uuid(1), site: 'x', role: 'assisted', ...PERSONAL };

const check = async (lines: string[]) => verifyExport(await withSections(lines), { verifySignature });
/** Line of the export, from 0, that opens entry 1: the header and the first entry stand before. */
const OPENING = 3;

describe('name, addresses and reasons', () => {
  const name = freshName();
  let log: TestLog;
  let lines: string[];

  beforeAll(async () => {
    log = await openTestLog({ name });
    await log.append(FACTS);
    await log.append({ event: 'post.released', post: uuid(1) });
    lines = await collect(log.exportLines(BARE));
  });

  test('stand in no leaf, and readers get them all the same', async () => {
    const rows = (await dump(name)).entries as { bytes: Uint8Array }[];
    for (const { bytes } of rows) expect(readUtf8(bytes)).not.toContain('Kranichfeder');
    const [entry] = await log.entriesOfPost(uuid(1));
    expect(entry).toMatchObject(FACTS);
    expect(await log.read({ from: 1, limit: 1 }, 'forward')).toMatchObject([FACTS]);
  });

  test('what Candor says about the log itself stays in the leaf', () => {
    expect(lines[1]).toContain('"reason":"key=SHA256:');
    expect(lines[1]).not.toContain('"private"');
  });

  test('an entry without any commits to none', () => {
    expect(lines[OPENING + 1]).toContain('"post.released"');
    expect(lines[OPENING + 1]).not.toContain('"private"');
    expect(lines).toHaveLength(OPENING + 4);
  });

  test('an export opens them, and verifies without them too, or with another name in their place', async () => {
    expect(lines[OPENING]).toMatch(
      /^\{"private":\{"facts":\{"address":.*\},"index":1,"salt":"[^"]{44}"\}\}$/u,
    );
    expect(await check(lines)).toMatchObject({ ok: true, size: 3, aliases: 0 });
    expect(await check(lines.toSpliced(OPENING, 1))).toMatchObject({ ok: true, size: 3 });
    const alias = formatAlias(1, 'Person 1');
    expect(await check(lines.with(OPENING, alias))).toMatchObject({ ok: true, aliases: 1 });
  });

  test.each<[string, (all: string[]) => string[], object]>([
    [
      'another name',
      (all) => all.with(OPENING, (all[OPENING] ?? '').replace('Ada', 'Eve')),
      { code: 'private-mismatch', index: 1, line: 4 },
    ],
    [
      'another salt',
      (all) =>
        all.with(
          OPENING,
          (all[OPENING] ?? '').replace(/"salt":"./u, (salt) =>
            salt.endsWith('/') ? '"salt":"A' : '"salt":"/',
          ),
        ),
      { code: 'private-mismatch' },
    ],
    [
      'under another entry',
      (all) => [...all.slice(0, OPENING), all[OPENING + 1] ?? '', all[OPENING] ?? '', ...all.slice(-2)],
      { code: 'private-mismatch' },
    ],
    [
      'facts that are not canonical',
      (all) => all.with(OPENING, (all[OPENING] ?? '').replace('"facts":{', '"facts":{ ')),
      { code: 'unparsable', line: 4 },
    ],
    [
      'an alias of another entry',
      (all) => all.with(OPENING, formatAlias(2, 'Person 1')),
      { code: 'unparsable' },
    ],
  ])('%s', async (_, change, expected) => {
    expect(await check(change([...lines]))).toMatchObject({ ok: false, ...expected });
  });

  test('a receipt carries them unless they are left out', async () => {
    const receiptOf = async (withName: boolean) =>
      verifyReceipt(await log.receipt(1, { withText: false, withName }), { verifySignature });
    const named = await receiptOf(true);
    expect(named).toMatchObject({ ok: true, facts: PERSONAL });
    const nameless = await receiptOf(false);
    expect(nameless).toMatchObject({ ok: true, facts: {} });
    expect(JSON.stringify(nameless)).not.toContain('Kranichfeder');
  });

  test('a name that was changed in the database is found', async () => {
    const database = await openDB(name);
    const row = await database.get('entries', 1);
    const opening = row.opening.slice();
    opening[opening.length - 3] ^= 1;
    await database.put('entries', { ...row, opening }, 1);
    expect(await log.verify()).toMatchObject({ ok: false, code: 'private-mismatch', index: 1 });
    await database.put('entries', row, 1);
    database.close();
    expect(await log.verify()).toMatchObject({ ok: true });
  });
});

test('sealed with their entries they are read like before', async () => {
  const name = freshName();
  const log = await openTestLog({ name });
  for (let post = 1; post < 300; post += 1)
    await log.append(held(post, post % 3 === 0 ? { address: `https://x.com/${post}` } : {}));
  await log.close();
  expect((await dump(name)).tiles).toHaveLength(1);
  const entries = await log.read({ limit: 300 }, 'forward');
  for (const { index, address } of entries)
    expect(address).toBe(index > 0 && index % 3 === 0 ? `https://x.com/${index}` : undefined);
  expect(await log.verify()).toMatchObject({ ok: true, size: 300 });
});
