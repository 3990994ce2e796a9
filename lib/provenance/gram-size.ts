/** How a kind of script is cut into grams. */
export interface GramSize {
  /** Characters of one gram. Nothing shorter is ever recognised. */
  readonly k: number;
  /** Grams of one window, of which one is stored. */
  readonly w: number;
}

/** Letters of a gram in scripts where a letter is a sound; lengths of runs are given in such letters. */
export const LETTERS = 24;

const LETTERED: GramSize = { k: LETTERS, w: 8 };

/** Chinese and Japanese: one character says as much as two or three letters. */
const DENSE: GramSize = { k: 10, w: 4 };

/** Thai, Lao, Burmese, Khmer: letters, but fewer of them since many vowels are not written or are marks. */
const ABUGIDA: GramSize = { k: 20, w: 6 };

/** All there are; a gram has the size that belongs to the script of its first character. */
export const GRAM_SIZES: readonly GramSize[] = [LETTERED, DENSE, ABUGIDA];

/** `index`: place in `GRAM_SIZES`, as `gramSizeOf` gives it. */
export function gramSize(index: number): GramSize {
  const size = GRAM_SIZES[index];
  if (!size) throw new RangeError(`no gram size ${index}`);
  return size;
}

/**
 * Place in `GRAM_SIZES` for a UTF-16 code unit. By code unit alone, so that the grams of a passage are the same
 * wherever the passage stands. White space is no part of normalised text in any script.
 */
export function gramSizeOf(unit: number): number {
  if (unit < 0x0e00) return 0;
  if (unit <= 0x0eff || (unit >= 0x1000 && unit <= 0x109f) || (unit >= 0x1780 && unit <= 0x17ff)) return 2;
  // Radicals, kana, bopomofo, the ideographs, and the surrogates that rare ideographs begin with.
  if (unit >= 0x2e80 && unit <= 0x312f) return 1;
  if (unit >= 0x31a0 && unit <= 0x9fff) return 1;
  if ((unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xd840 && unit <= 0xd8ff)) return 1;
  return 0;
}
