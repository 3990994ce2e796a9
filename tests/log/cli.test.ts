import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { utf8 } from '#lib/log/bytes.ts';
import { parseCheckpointLine } from '#lib/log/export-lines.ts';
import { leafHash } from '#lib/log/hash.ts';
import { formatProofFile } from '#lib/log/proof-file.ts';
import { formatVerifierKey, type Signer } from '#lib/log/verifier-key.ts';
import {
  createEntries,
  createExport,
  createSampleSigner,
  linkEntries,
  sampleContentLine,
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

test('a text with every kind of line end inside is one line', () => {
  const { status, stdout } = verify([writeLog('text.jsonl', lines.toSpliced(4, 0, sampleContentLine()))]);
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

test('a receipt, with the key of the log', async () => {
  const [, one = '', two = ''] = lines;
  const proof = [leafHash(utf8(one))];
  const short = await createExport([one, two], signer);
  const checkpoint = parseCheckpointLine(short.at(-1) ?? '') ?? '';
  const key = formatVerifierKey(signer.key);
  const receipt = write('post.tlog-proof', formatProofFile(utf8(two), 1, proof, checkpoint));
  expect(verify([receipt, '--key', key])).toMatchObject({
    status: 0,
    stdout: 'Entry 1 is in the signed log of 2 entries.\n',
  });
  const other = write('other.tlog-proof', formatProofFile(utf8(one), 0, proof, checkpoint));
  expect(verify([other, '--key', key])).toMatchObject({ status: 1 });
  expect(verify([receipt, '--key', 'nonsense'])).toMatchObject({ status: 2 });
});

test('what cannot be checked: 2', () => {
  expect(verify([])).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage:') });
  expect(verify(['a', 'b'])).toMatchObject({ status: 2 });
  expect(verify(['--unknown'])).toMatchObject({ status: 2 });
  expect(verify([join(folder, 'missing.jsonl')])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('missing.jsonl'),
  });
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
