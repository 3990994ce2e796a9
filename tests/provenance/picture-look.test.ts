import { describe, expect, it } from 'vitest';
import { PICTURE_SIDE } from '#lib/model/picture-side.ts';
import { countDifferent, haveSameShape, lookOf, MOST_DIFFERENT_BITS } from '#lib/provenance/picture-look.ts';
import { compressAnew, makeFields } from './made-pictures.ts';

const SECRET = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
const OTHER_SECRET = SECRET.map((byte) => byte ^ 0xff);

const requireBits = (fields: Uint8Array, secret = SECRET): Uint32Array => {
  const bits = lookOf(fields, secret)?.bits;
  if (!bits) throw new Error('nothing to compare');
  return bits;
};

describe('the look of a picture', () => {
  it('is the same for the same picture, and for no other', () => {
    expect(lookOf(makeFields(1), SECRET)).toEqual(lookOf(makeFields(1), SECRET));
    expect(lookOf(makeFields(1), SECRET)?.digest).not.toBe(lookOf(makeFields(2), SECRET)?.digest);
  });

  it('differs in few bits after another compression, and in many from other pictures', () => {
    const all = Array.from({ length: 60 }, (_, seed) => makeFields(seed));
    const looks = all.map((fields) => requireBits(fields));
    const again = all.map((fields, seed) => requireBits(compressAnew(fields, 1000 + seed)));
    const same = looks.map((bits, at) => countDifferent(bits, again[at] ?? bits));
    expect(Math.max(...same)).toBeLessThanOrEqual(MOST_DIFFERENT_BITS);
    const others = looks.flatMap((bits, at) =>
      looks.slice(at + 1).map((other) => countDifferent(bits, other)),
    );
    expect(Math.min(...others)).toBeGreaterThan(2 * MOST_DIFFERENT_BITS);
  });

  it('says nothing without the secret: neither digest nor bits are those of another install', () => {
    const fields = makeFields(3);
    expect(lookOf(fields, OTHER_SECRET)?.digest).not.toBe(lookOf(fields, SECRET)?.digest);
    const different = countDifferent(requireBits(fields), requireBits(fields, OTHER_SECRET));
    expect(different).toBeGreaterThan(2 * MOST_DIFFERENT_BITS);
  });

  it('is none for an empty surface, and has no bits for one with little on it', () => {
    const empty = new Uint8Array(PICTURE_SIDE ** 2).fill(250);
    expect(lookOf(empty, SECRET)).toBeUndefined();
    const logo = empty.map((value, at) => (at % PICTURE_SIDE < 4 && at < 4 * PICTURE_SIDE ? 10 : value));
    expect(lookOf(logo, SECRET)).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{32}$/u) });
    expect(lookOf(logo, SECRET)?.bits).toBeUndefined();
  });

  it('is made of as many fields as there should be', () => {
    expect(() => lookOf(new Uint8Array(3), SECRET)).toThrow(RangeError);
  });
});

it.each([
  [{ width: 1024, height: 1536 }, { width: 683, height: 1024 }, true],
  [{ width: 1024, height: 1024 }, { width: 1024, height: 1100 }, false],
  [{ width: 1024, height: 1536 }, { width: 1536, height: 1024 }, false],
])('%o and %o have the same shape: %s', (one, other, is) => expect(haveSameShape(one, other)).toBe(is));
