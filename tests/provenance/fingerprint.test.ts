import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFingerprintKey, fingerprint } from '#lib/provenance/fingerprint.ts';
import { encryptSpeck, expandSpeckKey } from '#lib/provenance/speck.ts';
import { allGrams } from './all-grams.ts';

const key = createFingerprintKey(Uint8Array.from({ length: 32 }, (_, at) => at));
const otherKey = createFingerprintKey(Uint8Array.from({ length: 32 }, (_, at) => at + 1));

const lettersOf = (alphabet: string, length: number) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length })
    .map((letters) => letters.join(''));

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const KANA = 'あいうえおかきくけこさしすせそ漢字学生先';
const THAI = 'กขคงจชซญดตถทนบปผพฟมยรลวสหอ';

test('the cipher gives what its authors published', () => {
  const block = new Uint32Array(2);
  const rounds = expandSpeckKey(Uint32Array.of(0x03020100, 0x0b0a0908, 0x13121110, 0x1b1a1918));
  encryptSpeck(rounds, 0x3b726574, 0x7475432d, block);
  expect([...block]).toEqual([0x8c6fa548, 0x454e028b]);
});

describe('a passage that two texts share', () => {
  test.each([
    ['Latin letters', LATIN, 24 + 8 - 1],
    ['Chinese and Japanese', KANA, 10 + 4 - 1],
    ['Thai', THAI, 20 + 6 - 1],
  ])('leaves both the same fingerprint: %s', (_, alphabet, length) => {
    const around = fc.string({ unit: fc.constantFrom(...LATIN, ...KANA, ...THAI, ' '), maxLength: 80 });
    fc.assert(
      fc.property(lettersOf(alphabet, length), around, around, around, around, (shared, a, b, c, d) => {
        const one = fingerprint(`${a}${shared}${b}`, key);
        const other = new Set(fingerprint(`${c}${shared}${d}`, key).hashes);
        expect(one.hashes.some((hash) => other.has(hash))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('is not known if it is shorter than a gram', () => {
    const shared = 'abcdefghijklmnopqrstuvw';
    const hashes = new Set(fingerprint(`${shared}${'x'.repeat(40)}`, key).hashes);
    const other = fingerprint(`${shared}${'y'.repeat(40)}`, key).hashes;
    expect(other.some((hash) => hashes.has(hash))).toBe(false);
  });
});

describe('what is stored', () => {
  const text = 'It was the best of times, it was the worst of times, it was the age of wisdom. '.repeat(3);

  test('says where in the normalised text, in order', () => {
    const { hashes, positions, length } = fingerprint(text, key);
    expect(hashes.length).toBe(positions.length);
    expect([...positions]).toEqual([...positions].sort((a, b) => a - b));
    expect(positions.at(-1)).toBeLessThanOrEqual(length - 24);
    expect(length).toBe(text.replace(/[^a-z]/giu, '').length);
  });

  test('is another with another secret', () => {
    const hashes = new Set(fingerprint(text, key).hashes);
    expect(fingerprint(text, otherKey).hashes.some((hash) => hashes.has(hash))).toBe(false);
  });

  test('is about two in nine grams, spread evenly over all 32 bits', () => {
    const words = Array.from({ length: 20_000 }, (_, at) => ((at * 2_654_435_761) >>> 0).toString(36)).join(
      ' ',
    );
    const { hashes, length } = fingerprint(words, key);
    expect(hashes.length / length).toBeGreaterThan(0.2);
    expect(hashes.length / length).toBeLessThan(0.245);
    const low = hashes.filter((hash) => hash < 2 ** 31).length;
    expect(low / hashes.length).toBeGreaterThan(0.47);
    expect(low / hashes.length).toBeLessThan(0.53);
  });

  test('is nothing of a text without a whole gram', () => {
    expect(fingerprint('', key)).toMatchObject({ length: 0, hashes: new Uint32Array(0) });
    expect(fingerprint('a few words 🚀', key)).toMatchObject({ length: 9, hashes: new Uint32Array(0) });
  });

  test('is little of a text that only repeats itself', () => {
    expect(fingerprint('a'.repeat(100_000), key).hashes.length).toBeLessThanOrEqual(8);
    expect(fingerprint('abc'.repeat(100_000), key).hashes.length).toBeLessThanOrEqual(24);
  });

  test('takes up again after letters that have too little room for a gram', () => {
    const end = KANA.slice(0, 12);
    expect(fingerprint(`${'a'.repeat(3)}${end}`, key).hashes.length).toBeGreaterThan(0);
  });
});

test('of words of one’s own every gram is kept', () => {
  const own = new Set(allGrams('Should a small town close its main street to cars?', key));
  const letters = 'shouldasmalltownclosei';
  expect(own.size).toBe('shouldasmalltowncloseitsmainstreettocars'.length - 24 + 1);
  for (let from = 0; from + 24 <= 40; from += 1) {
    const gram = 'shouldasmalltowncloseitsmainstreettocars'.slice(from, from + 24);
    expect(own.has(allGrams(gram, key)[0] as number)).toBe(true);
  }
  expect(allGrams(letters, key).length).toBe(0);
});

test('different grams have different hashes, but for the chance of 32 bits', () => {
  const text = Array.from({ length: 20_000 }, (_, at) => ((at * 2_654_435_761) >>> 0).toString(36)).join('');
  const hashes = allGrams(text, key);
  expect(text.length - 23 - hashes.length).toBeLessThan(20);
});

test('a secret of another length is refused', () => {
  expect(() => createFingerprintKey(new Uint8Array(16))).toThrow(RangeError);
});
