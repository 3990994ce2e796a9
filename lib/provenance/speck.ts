/** Rounds of Speck64/128. */
const ROUNDS = 27;

const rotateRight = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/**
 * Round keys of the block cipher Speck64/128 (Beaulieu and others, "The Simon and Speck Families of Lightweight Block
 * Ciphers", 2013): 64-bit blocks and nothing but 32-bit additions, rotations and XOR, which is what JavaScript does
 * fast enough for every gram of a draft. `key`: four words, the one that is used first at the start.
 */
export function expandSpeckKey(key: Uint32Array): Uint32Array {
  const rounds = new Uint32Array(ROUNDS);
  let word = key[0] as number;
  const others = [key[1] as number, key[2] as number, key[3] as number];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds[round] = word;
    const next = ((rotateRight(others[round % 3] as number, 8) + word) ^ round) | 0;
    others[round % 3] = next;
    word = rotateRight(word, 29) ^ next;
  }
  return rounds;
}

/** Encrypts the block `x`, `y` into `block[0]`, `block[1]`. */
export function encryptSpeck(rounds: Uint32Array, x: number, y: number, block: Uint32Array): void {
  let left = x;
  let right = y;
  for (let round = 0; round < ROUNDS; round += 1) {
    left = ((((left >>> 8) | (left << 24)) + right) | 0) ^ (rounds[round] as number);
    right = ((right << 3) | (right >>> 29)) ^ left;
  }
  block[0] = left;
  block[1] = right;
}
