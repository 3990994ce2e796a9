import { expect, test } from 'vitest';
import { toBase64, utf8 } from '#lib/log/bytes.ts';
import { signCheckpoint } from '#lib/log/checkpoint.ts';
import { type Hash, leafHash, nodeHash } from '#lib/log/hash.ts';
import { formatProofFile, parseProofFile, verifyReceipt } from '#lib/log/proof-file.ts';
import { inclusionProof } from '#lib/log/tree.ts';
import { createEntries, createSampleSigner, headOf, linkEntries, verifySignature } from './sample-log.ts';

const SIZE = 11;
const lines = linkEntries(createEntries(SIZE));

function hashAt(level: number, position: number): Hash {
  return level === 0
    ? leafHash(utf8(lines[position] ?? ''))
    : nodeHash(hashAt(level - 1, position * 2), hashAt(level - 1, position * 2 + 1));
}

const signer = await createSampleSigner();
const checkpoint = await signCheckpoint(headOf(lines), signer);

async function createReceipt(index: number): Promise<string> {
  const proof = await inclusionProof(index, SIZE, ({ level, position }) => hashAt(level, position));
  return formatProofFile(utf8(lines[index] ?? ''), index, proof, checkpoint);
}

const check = (text: string) => verifyReceipt(text, signer.key, verifySignature);

test('a receipt proves its entry by itself', async () => {
  for (let index = 0; index < SIZE; index += 1) {
    expect(await check(await createReceipt(index))).toEqual({
      ok: true,
      entry: JSON.parse(lines[index] ?? ''),
      index,
      size: SIZE,
    });
  }
});

test('the file has the lines that the format asks for', async () => {
  const [first, extra, index, ...rest] = (await createReceipt(10)).split('\n');
  expect(first).toBe('c2sp.org/tlog-proof@v1');
  expect(extra).toBe(`extra ${toBase64(utf8(lines[10] ?? ''))}`);
  expect(index).toBe('index 10');
  expect(rest.indexOf('')).toBe(2);
  expect(rest.slice(3).join('\n')).toBe(checkpoint);
});

test('extra data is optional, as in the format', async () => {
  const bare = (await createReceipt(3)).replace(/extra .*\n/u, '');
  expect(parseProofFile(bare)).toMatchObject({ index: 3, extra: new Uint8Array(0) });
  expect(await check(bare)).toEqual({ ok: false, code: 'unparsable' });
});

test.each<[string, (text: string) => Promise<string> | string, string]>([
  [
    'another entry inside',
    (text) => text.replace(/extra .*/u, `extra ${toBase64(utf8(lines[4] ?? ''))}`),
    'unparsable',
  ],
  [
    'an edited entry inside',
    (text) => text.replace(/extra .*/u, `extra ${toBase64(utf8((lines[3] ?? '').replace('"x"', '"y"')))}`),
    'not-included',
  ],
  ['another path', async (text) => text.replace(/(index 3\n)(.*)\n/u, '$1'), 'not-included'],
  ['another index', (text) => text.replace('index 3', 'index 4'), 'unparsable'],
  ['a hash that is none', (text) => text.replace(/(index 3\n)./u, '$1!'), 'unparsable'],
  ['another head', (text) => text.replace(`\n${SIZE}\n`, `\n${SIZE - 1}\n`), 'bad-signature'],
  ['another version', (text) => text.replace('@v1', '@v2'), 'unparsable'],
  ['no bytes of text inside', (text) => text.replace(/extra .*/u, 'extra /w=='), 'unparsable'],
  ['nothing', () => '', 'unparsable'],
])('%s', async (_, change, code) => {
  expect(await check(await change(await createReceipt(3)))).toEqual({ ok: false, code });
});

test('a receipt of another log', async () => {
  const other = await createSampleSigner('candor.example/log/other');
  expect(await verifyReceipt(await createReceipt(3), other.key, verifySignature)).toEqual({
    ok: false,
    code: 'foreign-key',
  });
});
