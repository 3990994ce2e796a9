/** Characters. Somebody who has the file can try as many as their machines can, for as long as they like. */
const SHORTEST = 12;
const LONG = 20;

const lengthOf = (passphrase: string): number => [...passphrase.trim()].length;

/** How many different characters there must be at least: `aaaaaaaaaaaa` is not long. */
const isVaried = (passphrase: string): boolean => new Set(passphrase).size >= 6;

export const isLongEnough = (passphrase: string): boolean =>
  lengthOf(passphrase) >= SHORTEST && isVaried(passphrase);

/** What is said of it, as the key of a message. Nobody can measure how easily it is guessed; length is what helps. */
export function strengthOf(passphrase: string) {
  if (passphrase === '') return 'passphraseHint';
  if (!isLongEnough(passphrase)) return 'passphraseShort';
  return lengthOf(passphrase) >= LONG ? 'passphraseLong' : 'passphraseFair';
}
