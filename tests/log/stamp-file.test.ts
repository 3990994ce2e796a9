import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { utf8 } from '#lib/log/bytes.ts';
import { checkFile } from '#lib/log/check-file.ts';
import { parseCheckpointLine } from '#lib/log/export-lines.ts';
import { formatStampFile, parseStampFile, stampDigest } from '#lib/log/stamp-file.ts';
import { formatStampQuery } from '#lib/log/stamp-query.ts';
import { checkTimeStamp } from '#lib/log/time-stamp.ts';
import { formatVerifierKey, type Signer } from '#lib/log/verifier-key.ts';
import {
  createEntries,
  createExport,
  createSampleSigner,
  linkEntries,
  verifySignature,
} from './sample-log.ts';
import { TimeStampAuthority } from './time-stamp-authority.ts';

const CLI = fileURLToPath(new URL('../../lib/cli/verify.ts', import.meta.url));

const authority = new TimeStampAuthority({ kind: 'P-256' });
let signer: Signer;
let log: string;
let stamp: string;
let text: string;

beforeAll(async () => {
  signer = await createSampleSigner();
  const lines = await createExport(linkEntries(createEntries(8)), signer);
  const earlier = await createExport(linkEntries(createEntries(5)), signer);
  const note = parseCheckpointLine(earlier.at(-1) ?? '') ?? '';
  const digest = stampDigest(note);
  const nonce = Uint8Array.of(0x40, 1, 2, 3, 4, 5, 6, 7);
  const answer = authority.reply(formatStampQuery(digest, nonce));
  const taken = await checkTimeStamp(answer, { digest, nonce, subtle: crypto.subtle });
  if (!taken.ok) throw new Error(taken.code);
  text = formatStampFile(taken.answer, note);
  log = authority.write('log.jsonl', `${lines.join('\n')}\n`);
  stamp = authority.write('five.stamp', text);
});

afterAll(() => authority.close());

function verify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const SAYS = /existed on 20\d\d-\d\d-\d\dT[\d:.]+Z, says CN=Lighthouse Time, O=Lighthouse, C=DE\./u;

test('a time stamp by itself: when, says whom, and what is left to the reader', () => {
  const { status, stdout } = verify(stamp);
  expect(stdout).toMatch(/^The checkpoint of 5 entries of the log candor\.example\/log\/test existed on/u);
  expect(stdout).toMatch(SAYS);
  expect(stdout).toContain('yours to judge');
  expect(stdout).toMatch(/Certificate of the authority, SHA-256: [0-9a-f]{64}/u);
  expect(status).toBe(0);
});

test('as what an export is checked against', () => {
  const { status, stdout } = verify(log, '--checkpoint', stamp);
  expect(stdout).toMatch(/^Intact\. All 8 entries/u);
  expect(stdout).toContain('continues the earlier checkpoint of 5 entries');
  expect(stdout).toMatch(SAYS);
  expect(status).toBe(0);
});

test('with the certificate of the authority, or of another', () => {
  const known = verify(stamp, '--authority', authority.root);
  expect(known).toMatchObject({ status: 0 });
  expect(known.stdout).toContain('leads to the one that you gave');
  expect(known.stdout).not.toContain('yours to judge');
  const other = new TimeStampAuthority({ kind: 'P-256' });
  for (const args of [[stamp], [log, '--checkpoint', stamp]])
    expect(verify(...args, '--authority', other.root)).toMatchObject({
      status: 1,
      stdout: 'The time stamp does not come from the authority whose certificate you gave.\n',
    });
  other.close();
  expect(verify(stamp, '--authority', log)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('holds none'),
  });
  expect(verify(stamp, '--authority', `${log}.missing`)).toMatchObject({ status: 2 });
});

test('with the key of the log, or of another', async () => {
  const other = await createSampleSigner();
  expect(verify(stamp, '--key', formatVerifierKey(signer.key))).toMatchObject({ status: 0 });
  expect(verify(stamp, '--key', formatVerifierKey(other.key))).toMatchObject({
    status: 1,
    stdout: 'The checkpoint in the time stamp is not signed with the key that you gave.\n',
  });
});

test('for programs: --json', () => {
  const [answer] = JSON.parse(verify('--json', stamp).stdout);
  expect(answer).toMatchObject({
    verdict: 'intact',
    report: {
      kind: 'stamp',
      result: { ok: true, size: 5, authority: expect.stringContaining('Lighthouse') },
    },
  });
  expect(answer.report.result).not.toHaveProperty('answer');
});

test('as the README says, OpenSSL checks it without Candor', () => {
  authority.run([
    'base64',
    '-d',
    '-A',
    '-in',
    authority.write('encoded', text.split('\n')[1] ?? ''),
    '-out',
    'out.tsr',
  ]);
  const note = text.split('\n').slice(3).join('\n');
  expect(authority.verify(authority.read('out.tsr'), note)).toContain('Verification: OK');
});

test('no character of it can be changed', async () => {
  expect(parseStampFile(text)?.checkpoint.size).toBe(5);
  const { subtle } = crypto;
  for (let at = 0; at < text.length; at += 5) {
    const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    const bytes = utf8(changed);
    const file = {
      name: 'x.stamp',
      size: bytes.length,
      read: async (from: number, to: number) => bytes.slice(from, to),
    };
    const report = await checkFile(file, { verifySignature, subtle });
    expect(report?.kind === 'stamp' && report.result.ok, `character ${at}`).toBe(false);
  }
}, 60_000);
