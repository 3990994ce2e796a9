import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bytes, concatBytes, readUtf8, utf8 } from '#lib/log/bytes.ts';
import { seal, unseal } from '#lib/log/sealed-file.ts';

const { subtle } = crypto;
const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
const PIECE = 64;

async function* inParts(bytes: Bytes, size: number): AsyncGenerator<Bytes> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function gather(parts: AsyncIterable<Bytes>): Promise<Bytes> {
  const all: Bytes[] = [];
  for await (const part of parts) all.push(part);
  return concatBytes(...all);
}

const sealAll = (plain: Bytes, passphrase = 'correct horse', part = 50): Promise<Bytes> =>
  gather(seal(inParts(plain, part), passphrase, { subtle, randomBytes, iterations: 10, piece: PIECE }));

const unsealAll = (sealed: Bytes, passphrase = 'correct horse', part = 37): Promise<Bytes> =>
  gather(unseal(inParts(sealed, part), passphrase, subtle));

test('what goes in comes out, whatever its length and however it comes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.integer({ min: 1, max: 300 }),
      async (bytes, part) => {
        const plain = Uint8Array.from(bytes);
        expect(await unsealAll(await sealAll(plain, 'x', part), 'x', part)).toEqual(plain);
      },
    ),
    { numRuns: 200 },
  );
  for (const length of [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE]) {
    const plain = randomBytes(length);
    expect(await unsealAll(await sealAll(plain))).toEqual(plain);
  }
});

test('the parameters stand in the file, and none of the text does', async () => {
  const sealed = await sealAll(utf8('zanzibarquux '.repeat(30)));
  const header = JSON.parse(readUtf8(sealed.slice(0, sealed.indexOf(10))));
  expect(header).toMatchObject({
    candor: 'backup',
    format: 1,
    kdf: 'PBKDF2-SHA-256',
    iterations: 10,
    piece: PIECE,
  });
  expect(new TextDecoder().decode(sealed)).not.toContain('zanzibar');
});

test('by default as many rounds as is asked for today', async () => {
  const sealed = await gather(seal(inParts(utf8('x'), 1), 'x', { subtle, randomBytes }));
  expect(JSON.parse(readUtf8(sealed.slice(0, sealed.indexOf(10)))).iterations).toBe(600_000);
});

test('a wrong passphrase is said to be one; letters count, not how they are typed', async () => {
  const sealed = await sealAll(utf8('text'), 'Größe');
  await expect(unsealAll(sealed, 'Grösse')).rejects.toMatchObject({ code: 'passphrase' });
  expect(readUtf8(await unsealAll(sealed, 'Gro\u0308ße'))).toBe('text');
});

test('each byte changed, and the file cut at each: never the whole text, always a reason', async () => {
  const sealed = await sealAll(randomBytes(3 * PIECE + 5));
  for (const [at, byte] of sealed.entries()) {
    for (const bits of [1, 0x80]) {
      const changed = unsealAll(sealed.with(at, byte ^ bits));
      await expect(changed, `byte ${at}`).rejects.toMatchObject({ name: 'SealError' });
    }
    await expect(unsealAll(sealed.slice(0, at)), `${at} bytes`).rejects.toMatchObject({ name: 'SealError' });
  }
});

test('pieces left out, doubled, swapped, put in from another file, or added at the end', async () => {
  const [one, other] = [await sealAll(randomBytes(4 * PIECE)), await sealAll(randomBytes(4 * PIECE))];
  const start = one.indexOf(10) + 1;
  const piecesOf = (sealed: Bytes) =>
    [0, 1, 2, 3].map((at) => sealed.slice(start + at * (PIECE + 16), start + (at + 1) * (PIECE + 16)));
  const [a, b, c, d] = piecesOf(one) as [Bytes, Bytes, Bytes, Bytes];
  const foreign = piecesOf(other)[1] as Bytes;
  const attempts = [
    [a, c, d],
    [a, b, b, c, d],
    [b, a, c, d],
    [a, foreign, c, d],
    [a, b, c],
    [a, b, c, d, d],
    [],
  ];
  expect(await unsealAll(concatBytes(one.slice(0, start), a, b, c, d))).toHaveLength(4 * PIECE);
  for (const pieces of attempts) {
    const changed = concatBytes(one.slice(0, start), ...pieces);
    await expect(unsealAll(changed)).rejects.toMatchObject({ code: 'damaged' });
  }
});

test.each(['', '{}\n', 'null\n', `${'x'.repeat(5000)}\n`, '{"candor":"log"}\n'])(
  'no such file: %j',
  async (text) => {
    await expect(unsealAll(utf8(text))).rejects.toMatchObject({ code: 'format' });
  },
);
