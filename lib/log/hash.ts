import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, concatBytes, utf8 } from './bytes.ts';

/** A SHA-256 value, 32 bytes. */
export type Hash = Bytes;

export const HASH_SIZE = 32;

type Sha256 = (bytes: Uint8Array) => Hash;

const fresh = sha256.create();
const working = sha256.create();

/** `sha256`, without a new hasher for each of millions of hashes. */
const hashHere: Sha256 = (bytes) => fresh._cloneInto(working).update(bytes).digest();

let hash = hashHere;

/** For programs whose platform has a SHA-256 that answers at once: to be called before anything is hashed. */
export function hashWith(platform: Sha256): void {
  hash = platform;
}

/** Root of the tree without leaves. */
export const EMPTY_ROOT: Hash = hash(new Uint8Array(0));

/** For the leaves of a whole log one after the other: most entries are shorter. */
const leafInput = new Uint8Array(8192);

/** RFC 6962 section 2.1: SHA-256(0x00 ‖ data). */
export function leafHash(data: Uint8Array): Hash {
  const length = data.length + 1;
  const input = length > leafInput.length ? new Uint8Array(length) : leafInput.subarray(0, length);
  input.set(data, 1);
  return hash(input);
}

const nodeInput = new Uint8Array(1 + 2 * HASH_SIZE).fill(1, 0, 1);

/** RFC 6962 section 2.1: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Hash, right: Hash): Hash {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_SIZE);
  return hash(nodeInput);
}

/** Commitment to a text: SHA-256(salt ‖ UTF-8 of the text). */
export const contentDigest = (salt: Uint8Array, text: string): Hash => hash(concatBytes(salt, utf8(text)));

export const plainHash = (bytes: Uint8Array): Hash => hash(bytes);
