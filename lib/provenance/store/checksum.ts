const FACTOR = 0x9e3779b1;

/** Turned before it is multiplied, so that no bit can leave at the top without touching the others. */
const stir = (sum: number, value: number): number => Math.imul(((sum << 5) | (sum >>> 27)) ^ value, FACTOR);

/**
 * Notices accidents, not malice: 32 bits over the values and how many there are. In two lanes, since a start of the
 * background may wait for a million values.
 */
export function checksum(...arrays: readonly Uint32Array[]): number {
  let sum = 0;
  for (const values of arrays) {
    let even = values.length;
    let odd = 1;
    let at = 0;
    for (; at + 1 < values.length; at += 2) {
      even = stir(even, values[at] as number);
      odd = stir(odd, values[at + 1] as number);
    }
    if (at < values.length) even = stir(even, values[at] as number);
    sum = stir(stir(sum, even), odd);
  }
  return sum >>> 0;
}
