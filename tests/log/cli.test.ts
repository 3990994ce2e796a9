import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { utf8 } from '#lib/log/bytes.ts';
import { cosign, formatWitnessKey } from '#lib/log/cosignature.ts';
import { parseCheckpointLine } from '#lib/log/export-lines.ts';
import { leafHash } from '#lib/log/hash.ts';
import { formatReceipt } from '#lib/log/receipt.ts';
import { formatVerifierKey, type Signer } from '#lib/log/verifier-key.ts';
import {
  createEntries,
  createExport,
  createSampleSigner,
  linkEntries,
  sampleContentLine,
  withSections,
} from './sample-log.ts';

const CLI = fileURLToPath(new URL('../../lib/cli/verify.ts', import.meta.url));

let folder: string;
let signer: Signer;
let lines: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-verify-'));
  signer = await createSampleSigner();
  lines = await createExport(linkEntries(createEntries(8)), signer);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const writeLog = (name: string, log: readonly string[]): string => write(name, `${log.join('\n')}\n`);

function verify(args: readonly string[], flags: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, CLI, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('an intact log: 0', () => {
  const { status, stdout } = verify([writeLog('log.jsonl', lines)]);
  expect(stdout).toContain('Intact. All 8 entries');
  expect(stdout).toContain('No earlier checkpoint was given');
  expect(stdout).toContain('From 2023-11-14T22:13:20.000Z to 2023-11-14T22:13:27.000Z');
  expect(stdout).toContain('SHA256:');
  expect(status).toBe(0);
});

test('a text with every kind of line end inside is one line', async () => {
  const { status, stdout } = verify([
    writeLog('text.jsonl', await withSections(lines.toSpliced(4, 0, sampleContentLine()))),
  ]);
  expect(stdout).toContain('Texts checked: 1');
  expect(status).toBe(0);
});

test('a changed log: 1, and where', () => {
  const changed = lines.with(4, (lines[4] ?? '').replace('"x"', '"y"'));
  const { status, stdout } = verify([writeLog('changed.jsonl', changed)]);
  expect(stdout).toMatch(/^Entry 3 was changed/u);
  expect(status).toBe(1);
});

test('against an earlier checkpoint, as a note or as an earlier export', async () => {
  const earlier = await createExport(linkEntries(createEntries(5)), signer);
  const exported = writeLog('earlier.jsonl', earlier);
  const note = write('earlier.checkpoint', parseCheckpointLine(earlier.at(-1) ?? '') ?? '');
  const log = writeLog('log.jsonl', lines);
  for (const checkpoint of [exported, note]) {
    const { status, stdout } = verify([log, '--checkpoint', checkpoint]);
    expect(stdout).toContain('continues the earlier checkpoint of 5 entries');
    expect(status).toBe(0);
  }
  const { status, stdout } = verify([exported, '--checkpoint', log]);
  expect(stdout).toMatch(/^Entries from 5 on/u);
  expect(status).toBe(1);
});

test('bytes that are not UTF-8, a cut line, a file without line feeds: 1, and the line', () => {
  const [header = '', first = ''] = lines;
  const broken = Buffer.concat([utf8(`${header}\n`), Uint8Array.of(0xff, 0x0a), utf8(`${first}\n`)]);
  expect(verify([write('bytes.jsonl', broken)])).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('Line 2 of the file.'),
  });
  expect(verify([write('cut.jsonl', `${header}\n${first.slice(0, 40)}`)]).stdout).toContain(
    'Line 2 of the file.',
  );
  expect(verify([write('none.jsonl', '')])).toMatchObject({ status: 1 });
});

/** Receipts of both entries of a short log, and the key of that log. */
async function createReceipts() {
  const [header = '', one = '', two = ''] = lines;
  const short = await createExport([one, two], signer);
  const checkpoint = parseCheckpointLine(short.at(-1) ?? '') ?? '';
  const receiptOf = (index: 0 | 1, entry: string) =>
    formatReceipt(
      { header, entry, contents: [] },
      index,
      [leafHash(utf8(index === 0 ? two : one))],
      checkpoint,
    );
  return { receiptOf, one, two, checkpoint, key: formatVerifierKey(signer.key) };
}

test('a receipt, by itself, with the key of the log, and with an earlier checkpoint', async () => {
  const { receiptOf, two, checkpoint, key } = await createReceipts();
  const receipt = write('post.tlog-proof', receiptOf(1, two));
  const alone = verify([receipt]);
  expect(alone.stdout).toMatch(/^Entry 1 is in the signed log of 2 entries\./u);
  expect(alone.stdout).toContain('The file itself says whose key signed it');
  expect(alone.status).toBe(0);
  const keyFile = write('log.key', `${key}\n`);
  const note = write('two.checkpoint', checkpoint);
  for (const known of [
    ['--key', key],
    ['--key', keyFile],
    ['--checkpoint', note],
  ]) {
    const { status, stdout } = verify([receipt, ...known]);
    expect(stdout).not.toContain('The file itself says');
    expect(stdout).toContain('It cannot show that what was recorded is true');
    expect(status).toBe(0);
  }
});

test('a receipt that does not hold: 1, and which entry', async () => {
  const { receiptOf, two, key } = await createReceipts();
  const edited = write('edited.tlog-proof', receiptOf(1, two.replace('"x"', '"y"')));
  expect(verify([edited, '--key', key])).toMatchObject({
    status: 1,
    stdout: 'This entry is not in the signed log.\nIt speaks of entry 1.\n',
  });
  const other = await createSampleSigner('candor.example/log/other');
  const receipt = write('post.tlog-proof', receiptOf(1, two));
  expect(verify([receipt, '--key', formatVerifierKey(other.key)])).toMatchObject({ status: 1 });
  expect(verify([receipt, '--key', 'nonsense'])).toMatchObject({ status: 2 });
  expect(verify([receipt, '--key', key, '--key', key])).toMatchObject({ status: 2 });
});

test('an export signed with another key than the one given: 1', async () => {
  const log = writeLog('log.jsonl', lines);
  const other = await createSampleSigner();
  expect(verify([log, '--key', formatVerifierKey(signer.key)])).toMatchObject({ status: 0 });
  expect(verify([log, '--key', formatVerifierKey(other.key)])).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('belongs to another log'),
  });
});

test('with the key of a witness: whether it signed, and when', async () => {
  const witness = await createSampleSigner('candor.example/log/witness');
  const earlier = await createExport(linkEntries(createEntries(5)), signer);
  const note = parseCheckpointLine(earlier.at(-1) ?? '') ?? '';
  const log = writeLog('log.jsonl', lines);
  const signed = write('signed.checkpoint', await cosign(note, witness, 1_700_000_000));
  const plain = write('plain.checkpoint', note);
  const key = formatWitnessKey(witness.key);
  expect(
    verify([log, '--checkpoint', signed, '--key', key, '--key', formatVerifierKey(signer.key)]),
  ).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('The witness signed it on 2023-11-14T22:13:20.000Z'),
  });
  for (const args of [['--checkpoint', plain], []])
    expect(verify([log, ...args, '--key', key])).toMatchObject({
      status: 1,
      stdout: 'The witness whose key you gave did not sign this.\n',
    });
});

test('several files: each with its name, the worst decides', async () => {
  const { receiptOf, one } = await createReceipts();
  const log = writeLog('log.jsonl', lines);
  const receipt = write('post.tlog-proof', receiptOf(0, one));
  const both = verify([log, receipt]);
  expect(both.stdout).toContain(`${log}:\nIntact.`);
  expect(both.stdout).toContain(`${receipt}:\nEntry 0`);
  expect(both.status).toBe(0);
  const missing = join(folder, 'missing.jsonl');
  expect(verify([log, missing])).toMatchObject({ status: 2 });
  const broken = writeLog('broken.jsonl', lines.toSpliced(3, 1));
  expect(verify([log, missing, broken])).toMatchObject({ status: 1 });
});

test('for programs: --json', async () => {
  const log = writeLog('log.jsonl', lines);
  const broken = writeLog('broken.jsonl', lines.toSpliced(3, 1));
  const { status, stdout } = verify(['--json', log, broken]);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    { file: log, verdict: 'intact', report: { kind: 'export', result: { ok: true, size: 8 } } },
    { file: broken, verdict: 'broken', report: { result: { ok: false, code: 'deleted', index: 2 } } },
  ]);
});

test('what cannot be checked: 2', () => {
  expect(verify([])).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage:') });
  expect(verify(['--unknown'])).toMatchObject({ status: 2 });
  expect(verify([join(folder, 'missing.jsonl')])).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('missing.jsonl'),
  });
  const log = writeLog('log.jsonl', lines);
  expect(verify([log, '--checkpoint', join(folder, 'missing')])).toMatchObject({ status: 2 });
  expect(verify([write('picture.png', Uint8Array.of(0x89, 0x50))])).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('no export, receipt, checkpoint, time stamp or key'),
  });
  expect(verify([write('log.key', formatVerifierKey(signer.key))])).toMatchObject({ status: 2 });
});

test('a file larger than the memory it may use', async () => {
  const entries = createEntries(20_000).map((entry) => ({
    ...entry,
    address: `https://x.com/${'a'.repeat(2000)}`,
  }));
  const file = writeLog('large.jsonl', await createExport(linkEntries(entries), signer));
  const { status, stdout } = verify([file], ['--max-old-space-size=24']);
  expect(stdout).toContain('All 20000 entries');
  expect(status).toBe(0);
}, 30_000);
