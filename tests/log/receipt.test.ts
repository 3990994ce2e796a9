import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64, utf8 } from '#lib/log/bytes.ts';
import { checkFile } from '#lib/log/check-file.ts';
import { signCheckpoint } from '#lib/log/checkpoint.ts';
import { formatHeader } from '#lib/log/export-lines.ts';
import { type Hash, leafHash, nodeHash } from '#lib/log/hash.ts';
import { formatProofFile, parseProofFile } from '#lib/log/proof-file.ts';
import { formatReceipt, verifyReceipt } from '#lib/log/receipt.ts';
import type { SourceFile } from '#lib/log/source-file.ts';
import { inclusionProof } from '#lib/log/tree.ts';
import { fingerprintOf, formatVerifierKey } from '#lib/log/verifier-key.ts';
import {
  createEntries,
  createSampleSigner,
  headOf,
  linkEntries,
  SAMPLE_TEXT,
  sampleContentLine,
  verifySignature,
} from './sample-log.ts';

const SIZE = 11;
/** The entry that commits to a text. */
const WITH_TEXT = 2;
const lines = linkEntries(createEntries(SIZE));

function hashAt(level: number, position: number): Hash {
  return level === 0
    ? leafHash(utf8(lines[position] ?? ''))
    : nodeHash(hashAt(level - 1, position * 2), hashAt(level - 1, position * 2 + 1));
}

const signer = await createSampleSigner();
const checkpoint = await signCheckpoint(headOf(lines), signer);
const header = formatHeader(formatVerifierKey(signer.key));
const proofOf = (index: number): Promise<Hash[]> =>
  inclusionProof(index, SIZE, ({ level, position }) => hashAt(level, position));

async function createReceipt(index: number, contents: string[] = []): Promise<string> {
  const entry = lines[index] ?? '';
  return formatReceipt({ header, entry, contents }, index, await proofOf(index), checkpoint);
}

const check = (text: string) => verifyReceipt(text, { verifySignature, knownKey: signer.key });

/** The receipt with other lines inside. */
const withLines = (text: string, ...inside: string[]): string =>
  text.replace(/extra .*/u, `extra ${toBase64(utf8(inside.join('\n')))}`);

test('a receipt proves its entry by itself', async () => {
  for (let index = 0; index < SIZE; index += 1) {
    const expected = {
      ok: true,
      entry: JSON.parse(lines[index] ?? ''),
      index,
      size: SIZE,
      fingerprint: fingerprintOf(signer.key),
      facts: {},
      texts: [],
    };
    const receipt = await createReceipt(index);
    expect(await check(receipt)).toEqual({ ...expected, isKeyKnown: true });
    expect(await verifyReceipt(receipt, { verifySignature })).toEqual({ ...expected, isKeyKnown: false });
    expect(await verifyReceipt(receipt, { verifySignature, knownCheckpoint: checkpoint })).toMatchObject({
      isKeyKnown: true,
    });
  }
});

test('a receipt can carry the text that its entry commits to', async () => {
  const receipt = await createReceipt(WITH_TEXT, [sampleContentLine()]);
  expect(await check(receipt)).toMatchObject({ ok: true, texts: [{ what: 'draft', text: SAMPLE_TEXT }] });
});

test('to everybody else it is a plain C2SP proof: ours lies in the extra data, entry and text included', async () => {
  const receipt = await createReceipt(WITH_TEXT, [sampleContentLine()]);
  const [first, extra, index, ...rest] = receipt.split('\n');
  expect(first).toBe('c2sp.org/tlog-proof@v1');
  const inside = [header, lines[WITH_TEXT], sampleContentLine()].join('\n');
  expect(extra).toBe(`extra ${toBase64(utf8(inside))}`);
  expect(index).toBe('index 2');
  const proof = (await proofOf(WITH_TEXT)).map(toBase64);
  expect(rest.join('\n')).toBe([...proof, '', checkpoint].join('\n'));
});

test('extra data is optional in the format; without any there is no receipt', async () => {
  const bare = (await createReceipt(3)).replace(/extra .*\n/u, '');
  expect(parseProofFile(bare)).toMatchObject({ index: 3, extra: new Uint8Array(0) });
  expect(await check(bare)).toEqual({ ok: false, code: 'unparsable', index: 3 });
});

test('a receipt of the entry alone needs the key', async () => {
  const bare = formatProofFile(utf8(lines[3] ?? ''), 3, await proofOf(3), checkpoint);
  expect(await check(bare)).toMatchObject({ ok: true, index: 3 });
  expect(await verifyReceipt(bare, { verifySignature })).toEqual({ ok: false, code: 'no-key', index: 3 });
});

const entry = (index: number): string => lines[index] ?? '';

test.each<[string, (text: string) => string, string]>([
  ['another entry inside', (text) => withLines(text, header, entry(4)), 'unparsable'],
  [
    'an edited entry inside',
    (text) => withLines(text, header, entry(3).replace('"x"', '"y"')),
    'not-included',
  ],
  ['another path', (text) => text.replace(/(index 3\n)(.*)\n/u, '$1'), 'not-included'],
  ['another index', (text) => text.replace('index 3', 'index 4'), 'unparsable'],
  ['a hash that is none', (text) => text.replace(/(index 3\n)./u, '$1!'), 'unparsable'],
  ['another head', (text) => text.replace(`\n${SIZE}\n`, `\n${SIZE - 1}\n`), 'bad-signature'],
  ['another version', (text) => text.replace('@v1', '@v2'), 'unparsable'],
  ['no bytes of text inside', (text) => text.replace(/extra .*/u, 'extra /w=='), 'unparsable'],
  [
    'a header of a later format',
    (text) => withLines(text, header.replace('":1,', '":2,'), entry(3)),
    'newer-format',
  ],
  ['a header that is none', (text) => withLines(text, '{"candor":1}', entry(3)), 'unparsable'],
  ['a header with white space', (text) => withLines(text, `${header} `, entry(3)), 'unparsable'],
  [
    'a text that is not of this entry',
    (text) => withLines(text, header, entry(3), sampleContentLine()),
    'content-mismatch',
  ],
  ['a line that is no text', (text) => withLines(text, header, entry(3), '{}'), 'unparsable'],
  ['nothing', () => '', 'unparsable'],
])('%s', async (_, change, code) => {
  expect(await check(change(await createReceipt(3)))).toMatchObject({ ok: false, code });
});

test('an edited text', async () => {
  const receipt = await createReceipt(WITH_TEXT, [sampleContentLine('another text')]);
  expect(await check(receipt)).toEqual({ ok: false, code: 'content-mismatch', index: WITH_TEXT });
});

test('a receipt of another log, told by the key and by an earlier checkpoint', async () => {
  const other = await createSampleSigner('candor.example/log/other');
  const receipt = await createReceipt(3);
  const foreign = { ok: false, code: 'foreign-key', index: 3 };
  expect(await verifyReceipt(receipt, { verifySignature, knownKey: other.key })).toEqual(foreign);
  const knownCheckpoint = await signCheckpoint(headOf(lines.slice(0, 2)), other);
  expect(await verifyReceipt(receipt, { verifySignature, knownCheckpoint })).toEqual(foreign);
  expect(await verifyReceipt(receipt, { verifySignature, knownCheckpoint: 'none' })).toEqual({
    ok: false,
    code: 'bad-known-checkpoint',
    index: 3,
  });
});

describe('changed anywhere', () => {
  const asFile = (bytes: Uint8Array<ArrayBuffer>): SourceFile => ({
    name: 'post.tlog-proof',
    size: bytes.length,
    read: async (from, to) => bytes.slice(from, to),
  });
  const reportOn = (bytes: Uint8Array<ArrayBuffer>, knownKey = signer.key) =>
    checkFile(asFile(bytes), { verifySignature, knownKey });

  test('each byte, in three ways: never verified, always with a reason', async () => {
    const bytes = utf8(await createReceipt(WITH_TEXT, [sampleContentLine()]));
    expect(await reportOn(bytes)).toMatchObject({ result: { ok: true } });
    for (const [at, byte] of bytes.entries()) {
      for (const bits of [1, 0x20, 0xff]) {
        const report = await reportOn(bytes.with(at, byte ^ bits));
        const verdict = report?.kind === 'receipt' ? report.result : report?.kind;
        if (verdict !== 'unknown') expect(verdict, `byte ${at} ^ ${bits}`).toMatchObject({ ok: false });
      }
    }
  });

  test('each byte, with no key but its own', async () => {
    const bytes = utf8(await createReceipt(WITH_TEXT, [sampleContentLine()]));
    for (const [at, byte] of bytes.entries()) {
      const report = await checkFile(asFile(bytes.with(at, byte ^ 1)), { verifySignature });
      expect(report?.kind === 'receipt' && report.result.ok, `byte ${at}`).toBe(false);
    }
  });

  test('cut, doubled, with something put in: any piece', async () => {
    const text = await createReceipt(WITH_TEXT, [sampleContentLine()]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.nat(text.length),
        fc.string({ unit: 'binary', maxLength: 8 }),
        async (one, other, put) => {
          const [from, to] = [Math.min(one, other), Math.max(one, other)];
          const changed = text.slice(0, from) + put + text.slice(to);
          if (changed === text) return;
          expect((await check(changed)).ok).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('anything at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const report = await reportOn(Uint8Array.from(bytes));
        expect(report?.kind).toMatch(/^(?:unknown|key|checkpoint)$/u);
      }),
    );
  });
});
