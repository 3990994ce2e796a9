import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeChip } from '#lib/flow/chip-host.ts';

const CHIP = { width: 120, height: 28 };
const VIEW = { width: 1000, height: 700 };

test('stands below the composer, at its right end', () => {
  const box = { left: 100, top: 100, right: 600, bottom: 200 };
  expect(placeChip(box, CHIP, VIEW)).toEqual({ left: 480, top: 206 });
});

test('stands above where there is no room below', () => {
  const box = { left: 100, top: 500, right: 600, bottom: 690 };
  expect(placeChip(box, CHIP, VIEW)).toEqual({ left: 480, top: 466 });
});

test('stands in the lower corner of a composer that fills the view', () => {
  const box = { left: 0, top: 0, right: 1000, bottom: 2000 };
  expect(placeChip(box, CHIP, VIEW)).toEqual({ left: 872, top: 664 });
});

test('beside a composer that is in view, it is in view', () => {
  const side = fc.integer({ min: -3000, max: 700 });
  fc.assert(
    fc.property(side, side, fc.nat(3000), fc.nat(3000), (left, top, width, height) => {
      fc.pre(left + width > 0 && top + height > 0);
      const place = placeChip({ left, top, right: left + width, bottom: top + height }, CHIP, VIEW);
      expect(place.left).toBeGreaterThanOrEqual(0);
      expect(place.top).toBeGreaterThanOrEqual(0);
      expect(place.left + CHIP.width).toBeLessThanOrEqual(VIEW.width);
      expect(place.top + CHIP.height).toBeLessThanOrEqual(VIEW.height);
    }),
  );
});
