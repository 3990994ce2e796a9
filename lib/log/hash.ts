import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, concatBytes, utf8 } from './bytes.ts';

/** A SHA-256 value, 32 bytes. */
export type Hash = Bytes;

export const HASH_SIZE = 32;

const hash = (bytes: Uint8Array): Hash => sha256(bytes);

/** Root of the tree without leaves. */
export const EMPTY_ROOT: Hash = hash(new Uint8Array(0));

/** RFC 6962 section 2.1: SHA-256(0x00 ‖ data). */
export function leafHash(data: Uint8Array): Hash {
  const input = new Uint8Array(data.length + 1);
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

export const plainHash = hash;

/**
 * A function that gives the leaf hash of each line's UTF-8 bytes. It writes into one buffer of its own, which saves
 * two copies an entry when a whole log is verified.
 */
export function createLineHasher(): (line: string) => Hash {
  const encoder = new TextEncoder();
  let input = new Uint8Array(4096);
  return (line) => {
    // A UTF-16 code unit takes at most three bytes.
    if (input.length < 3 * line.length + 1) input = new Uint8Array(6 * line.length + 1);
    const { written } = encoder.encodeInto(line, input.subarray(1));
    return hash(input.subarray(0, written + 1));
  };
}
