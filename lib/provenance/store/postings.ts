import type { Numbers } from './database.ts';

/** Fingerprints of several generations in one order: by hash, then by generation, then by place. */
export interface Postings {
  readonly hashes: Numbers;
  /** Generation ids. */
  readonly owners: Numbers;
  readonly positions: Numbers;
}

/** Position of a fingerprint that is from the person's own prompt. No text is that long. */
export const OWN = 0xffffffff;

/** Where the first number that is not smaller stands in an ascending list. */
export function lowerBound(numbers: Uint32Array, number: number): number {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((numbers[middle] as number) < number) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Where the first larger number stands. */
export const upperBound = (numbers: Uint32Array, number: number): number => lowerBound(numbers, number + 1);

/** Ascending, each once. */
export function distinct(numbers: Uint32Array): Numbers {
  const sorted = Uint32Array.from(numbers).sort();
  return sorted.filter((number, at) => at === 0 || number !== sorted[at - 1]);
}

/** Whether a hash is among ascending ones. */
export function includes(hashes: Uint32Array, hash: number): boolean {
  return hashes[lowerBound(hashes, hash)] === hash;
}

const DIGITS = 256;

/** The order that sorts the numbers; equal ones stay as they are. Radix sort: the time depends on the length only. */
export function sortedOrder(numbers: Uint32Array): Numbers {
  const { length } = numbers;
  let order = Uint32Array.from({ length }, (_, at) => at);
  let next = new Uint32Array(length);
  for (let shift = 0; shift < 32; shift += 8) {
    const starts = new Uint32Array(DIGITS + 1);
    for (let at = 0; at < length; at += 1) {
      const digit = ((numbers[at] as number) >>> shift) & 255;
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    }
    for (let digit = 0; digit < DIGITS; digit += 1) {
      starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
    }
    for (let at = 0; at < length; at += 1) {
      const index = order[at] as number;
      const digit = ((numbers[index] as number) >>> shift) & 255;
      const place = starts[digit] as number;
      next[place] = index;
      starts[digit] = place + 1;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** The numbers in this order. */
export function inOrder(numbers: Uint32Array, order: Uint32Array): Numbers {
  const sorted = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) sorted[at] = numbers[order[at] as number] as number;
  return sorted;
}

export function concat(parts: readonly Uint32Array[]): Numbers {
  const whole = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** One ascending whole of several; of equal hashes those of an earlier part come first. */
export function joinPostings(parts: readonly Postings[]): Postings {
  const hashes = concat(parts.map((part) => part.hashes));
  const order = sortedOrder(hashes);
  return {
    hashes: inOrder(hashes, order),
    owners: inOrder(concat(parts.map((part) => part.owners)), order),
    positions: inOrder(concat(parts.map((part) => part.positions)), order),
  };
}

/** Those of the generations that are to stay. */
export function keepOwners(
  { hashes, owners, positions }: Postings,
  stays: (owner: number) => boolean,
): Postings {
  let kept = 0;
  const places = new Uint32Array(owners.length);
  for (let at = 0; at < owners.length; at += 1) {
    if (!stays(owners[at] as number)) continue;
    places[kept] = at;
    kept += 1;
  }
  const order = places.subarray(0, kept);
  return {
    hashes: inOrder(hashes, order),
    owners: inOrder(owners, order),
    positions: inOrder(positions, order),
  };
}
