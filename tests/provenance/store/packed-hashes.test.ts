import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  endOf,
  firstOf,
  hasHash,
  packHashes,
  readPacked,
  unpackHashes,
} from '#lib/provenance/store/packed-hashes.ts';

const PART = 0xab;
/** Many of the same run, and both ends of the part. */
const low = fc.oneof(fc.nat({ max: 0xffffff }), fc.constantFrom(0, 1, 0xffff, 0x10000, 0xfeffff, 0xffffff));
const lows = fc.array(low, { maxLength: 60 });

test('packed hashes are found where they stand in the plain list', () => {
  fc.assert(
    fc.property(lows, lows, (some, others) => {
      const hashes = Uint32Array.from(some, (one) => PART * 2 ** 24 + one).sort();
      const row = packHashes(hashes);
      const packed = readPacked(row);
      if (!packed) throw new Error('not read');
      expect(unpackHashes(PART, packed)).toEqual(hashes);
      for (const hash of [...hashes, ...others.map((one) => PART * 2 ** 24 + one)]) {
        const first = hashes.indexOf(hash);
        expect(hasHash(packed, hash)).toBe(first >= 0);
        expect(endOf(packed, hash) - firstOf(packed, hash)).toBe(hashes.filter((one) => one === hash).length);
        if (first >= 0) expect(firstOf(packed, hash)).toBe(first);
      }
    }),
  );
});

test('any changed value is noticed', () => {
  fc.assert(
    fc.property(
      fc.array(low, { minLength: 1, maxLength: 60 }),
      fc.nat(),
      fc.nat({ max: 15 }),
      (some, place, bit) => {
        const row = packHashes(Uint32Array.from(some, (one) => PART * 2 ** 24 + one).sort());
        const at = place % row.lows.length;
        row.lows[at] = (row.lows[at] as number) ^ (1 << bit);
        expect(readPacked(row)).toBeUndefined();
      },
    ),
  );
});
