import type { ShownPicture } from '#lib/model/picture.ts';
import { PICTURE_SIDE } from '#lib/model/picture-side.ts';
import { createRandom } from './random.ts';

/** Brightness of fields that a picture made small might have: slopes, light and grain, another for each seed. */
export const makeFields = (seed: number): Uint8Array => {
  const { next: random } = createRandom(seed);
  const waves = Array.from({ length: 6 }, () => ({
    across: (random() - 0.5) * 0.9,
    down: (random() - 0.5) * 0.9,
    shift: random() * 6,
    height: 10 + random() * 30,
  }));
  return Uint8Array.from({ length: PICTURE_SIDE ** 2 }, (_, at) => {
    const [x, y] = [at % PICTURE_SIDE, Math.floor(at / PICTURE_SIDE)];
    const light = waves.reduce(
      (sum, { across, down, shift, height }) => sum + height * Math.sin(across * x + down * y + shift),
      128,
    );
    return Math.max(0, Math.min(255, Math.round(light + random() * 4)));
  });
};

/** As after another compression: each field a little off. */
export const compressAnew = (fields: Uint8Array, seed: number): Uint8Array => {
  const { next: random } = createRandom(seed);
  return fields.map((value) => Math.max(0, Math.min(255, Math.round(value + (random() - 0.5) * 4))));
};

export const toBase64 = (fields: Uint8Array): string => btoa(String.fromCharCode(...fields));

export const shownAs = (fields: Uint8Array, more: Partial<ShownPicture> = {}): ShownPicture => ({
  width: 1024,
  height: 1024,
  small: toBase64(fields),
  ...more,
});
