import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toBase64, utf8 } from '#lib/log/bytes.ts';
import { parseCheckpointLine } from '#lib/log/export-lines.ts';
import { leafHash } from '#lib/log/hash.ts';
import { formatReceipt } from '#lib/log/receipt.ts';
import { fingerprintOf, formatVerifierKey } from '#lib/log/verifier-key.ts';
import {
  createEntries,
  createExport,
  createSampleSigner,
  linkEntries,
  SAMPLE_TEXT,
  sampleContentLine,
  withSections,
} from '#tests/log/sample-log.ts';
import { test as base, expect } from './fixtures.ts';
import { VerifierPage } from './pages/verifier-page.ts';

const test = base.extend<{ verifier: VerifierPage }>({
  verifier: async ({ tab }, use) => {
    const verifier = new VerifierPage(tab);
    await verifier.open();
    await use(verifier);
    expect(tab.errors).toEqual([]);
    expect(verifier.requests).toEqual([]);
  },
});

const folder = mkdtempSync(join(tmpdir(), 'candor-verifier-'));
const write = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const writeLog = (name: string, lines: readonly string[]): string => write(name, `${lines.join('\n')}\n`);

const signer = await createSampleSigner();
const plain = await createExport(linkEntries(createEntries(8)), signer);
/** With the text of entry 2. */
const lines = await withSections(plain.toSpliced(4, 0, sampleContentLine()));
const whole = writeLog('whole.jsonl', lines);
const earlier = await createExport(linkEntries(createEntries(5)), signer);
const note = write('earlier.checkpoint', parseCheckpointLine(earlier.at(-1) ?? '') ?? '');
const key = write('log.key', `${formatVerifierKey(signer.key)}\n`);
const otherSigner = await createSampleSigner();
const otherKey = write('other.key', formatVerifierKey(otherSigner.key));

const [header = '', one = ''] = plain;
const entry = linkEntries(createEntries(2).map((each) => ({ ...each, event: 'post.approved' })))[1] ?? '';
const pair = linkEntries(createEntries(3));
const small = await createExport([one, pair[1] ?? ''], signer);
const receipt = formatReceipt(
  { header, entry: pair[1] ?? '', contents: [] },
  1,
  [leafHash(utf8(one))],
  parseCheckpointLine(small.at(-1) ?? '') ?? '',
);

test.afterAll(() => rmSync(folder, { recursive: true }));

test('an intact export: what holds, and what that does not prove', async ({ verifier }) => {
  await verifier.check(whole);
  const answer = await verifier.answerFor('whole.jsonl');
  expect(answer).toContain('Intact. All 8 entries are as they were signed.');
  expect(answer).toContain('Texts checked: 1');
  expect(answer).toContain('What this does not prove');
  expect(answer).toContain('No earlier checkpoint was given');
  expect(answer).toContain('The file itself says whose key signed it');
  expect(answer).toContain(fingerprintOf(signer.key));
  expect(await verifier.tab.page.axe()).toEqual([]);
});

test('exports that were changed: which entry, and never "intact"', async ({ verifier }) => {
  const edited = lines.with(6, (lines[6] ?? '').replace('"x"', '"y"'));
  const cases: [string, readonly string[], RegExp][] = [
    ['edited.jsonl', edited, /Entry 4 was changed/],
    ['cut.jsonl', await withSections(plain.toSpliced(6, 3)), /Entries from 5 on are missing/],
    ['truncated.jsonl', plain.slice(0, 6), /no signature[\s\S]*Line 7 of the file/],
    ['text.jsonl', lines.with(4, sampleContentLine('another')), /text kept with entry 2/],
    ['headless.jsonl', plain.slice(1), /cannot be read[\s\S]*Line 1 of the file/],
  ];
  await verifier.check(...cases.map(([name, changed]) => writeLog(name, changed)));
  for (const [name, , expected] of cases) {
    const answer = await verifier.answerFor(name);
    expect(answer).toMatch(expected);
    expect(answer).toContain('Not intact');
    expect(answer).not.toMatch(/^Intact/mu);
  }
  expect(await verifier.tab.page.axe()).toEqual([]);
});

test('against an earlier checkpoint and a key, whichever field they were put in', async ({ verifier }) => {
  await verifier.check(whole, note);
  expect(await verifier.answerFor('whole.jsonl')).toContain('continues the earlier checkpoint of 5 entries');
  await verifier.keep(key);
  await verifier.tab.page.waitFor({ css: '.answer li', text: /signed with the key that you gave/ });

  await verifier.startOver();
  await verifier.keep(whole);
  await verifier.check(writeLog('shorter.jsonl', earlier));
  expect(await verifier.answerFor('shorter.jsonl')).toContain(
    'Entries from 5 on that existed before are gone',
  );

  await verifier.startOver();
  await verifier.check(whole, otherKey);
  expect(await verifier.answerFor('whole.jsonl')).toContain('belongs to another log');
});

test('of several things kept, each has to fit, whichever comes last', async ({ verifier }) => {
  const replaced = await createExport(linkEntries(createEntries(4, 'another')), signer);
  const other = write('replaced.checkpoint', parseCheckpointLine(replaced.at(-1) ?? '') ?? '');
  await verifier.check(whole, other, note, key);
  expect(await verifier.answerFor('whole.jsonl')).toContain('not the entries that were signed');
  await verifier.startOver();
  await verifier.check(whole, key, otherKey, key);
  expect(await verifier.answerFor('whole.jsonl')).toContain('belongs to another log');
});

test('a receipt: intact, changed, and of another log', async ({ verifier }) => {
  const changed = receipt.replace(/extra .*/u, `extra ${toBase64(utf8([header, entry].join('\n')))}`);
  await verifier.check(write('post.tlog-proof', receipt), write('changed.tlog-proof', changed));
  const answer = await verifier.answerFor('post.tlog-proof');
  expect(answer).toContain('Entry 1 is in the signed log of 2 entries.');
  expect(answer).toContain('It cannot show that what was recorded is true');
  expect(await verifier.answerFor('changed.tlog-proof')).toMatch(/not in the signed log[\s\S]*entry 1/);
  expect(await verifier.tab.page.axe()).toEqual([]);
  await verifier.keep(otherKey);
  await verifier.tab.page.waitFor({ css: '.answer[aria-label="post.tlog-proof"] .banner.danger' });
});

test('a file dropped beside the fields is checked, and the page stays', async ({ verifier }) => {
  await verifier.drop('dropped.jsonl', `${lines.join('\n')}\n`);
  expect(await verifier.answerFor('dropped.jsonl')).toContain('All 8 entries');
  await verifier.drop('holiday.jpg', 'no log');
  expect(await verifier.answerFor('holiday.jpg')).toContain(
    'no export, receipt, checkpoint, time stamp or key',
  );
  expect(await verifier.tab.url()).toBe(verifier.address);
});

test('what stands in a file is shown as text, whatever it says', async ({ verifier }) => {
  const name = '<img src=x onerror=alert(1)>.jsonl';
  await verifier.drop(name, `${lines.join('\n')}\n`);
  expect(await verifier.answerFor(name)).toContain(name);
  expect(SAMPLE_TEXT).toContain('"quotes"');
});

test('by keyboard alone: to the fields, and to starting over', async ({ verifier }) => {
  const { tab } = verifier;
  await tab.press('Tab');
  const focused = () => tab.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
  expect(await focused()).toBe('files');
  await tab.press('Tab');
  expect(await focused()).toBe('kept');
  await verifier.check(whole);
  await verifier.answerFor('whole.jsonl');
  await tab.press('Tab');
  expect(await focused()).toBe('Start over');
  await tab.press('Enter');
  await tab.page.waitUntilGone({ css: '.answer' });
});

test('a long export is checked in slices: the page answers meanwhile, and the check can be stopped', async ({
  verifier,
}) => {
  const many = await createExport(linkEntries(createEntries(60_000)), signer);
  const long = writeLog('long.jsonl', many);
  const { tab } = verifier;
  await tab.evaluate(() => {
    const gaps = { longest: 0 };
    let last = performance.now();
    const look = (): void => {
      const now = performance.now();
      gaps.longest = Math.max(gaps.longest, now - last);
      last = now;
      setTimeout(look, 0);
    };
    look();
    Object.assign(window, { gaps });
  });
  await verifier.check(long);
  await tab.page.waitFor({ css: 'progress' });
  await tab.page.click({ role: 'button', name: 'Stop' });
  expect(await verifier.answerFor('long.jsonl')).toContain('Stopped');
  await verifier.startOver();
  await verifier.check(long);
  expect(await verifier.answerFor('long.jsonl')).toContain('All 60000 entries');
  const longest = await tab.evaluate(() => (window as unknown as { gaps: { longest: number } }).gaps.longest);
  // A slice is about a hundredth of a second; on a busy machine twenty times that is still no frozen page.
  expect(longest).toBeLessThan(400);
});

test('a browser without Ed25519 says so, and calls nothing intact or broken for it', async ({ verifier }) => {
  const { tab } = verifier;
  await tab.raw.evaluateOnNewDocument(() => {
    SubtleCrypto.prototype.importKey = () =>
      Promise.reject(new DOMException('as in a browser of 2024', 'NotSupportedError'));
  });
  await verifier.open();
  await tab.page.waitFor({ role: 'alert', text: /cannot check the signatures of most logs/ });
  await verifier.check(whole, write('post.tlog-proof', receipt));
  for (const name of ['whole.jsonl', 'post.tlog-proof']) {
    const answer = await verifier.answerFor(name);
    expect(answer).toContain('nothing is known about it');
    expect(answer).not.toMatch(/intact/iu);
  }
});
