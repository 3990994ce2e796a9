import { checksum } from './checksum.ts';
import type { HashesRow, Numbers } from './database.ts';

/**
 * Ascending hashes of one part, in half the space: the first 8 bits are the same for all, the next 8 say in which run
 * a hash stands, so that only the last 16 are written for each.
 */
export type PackedHashes = Pick<HashesRow, 'lows' | 'starts'>;

const RUNS = 256;

const runOf = (hash: number): number => (hash >>> 16) & (RUNS - 1);

/** The check reads 32 bits at a time. */
const toNumbers = (lows: Uint16Array<ArrayBuffer>): Numbers => new Uint32Array(lows.buffer);

export function packHashes(hashes: Numbers): HashesRow {
  const lows = new Uint16Array(hashes.length + (hashes.length % 2));
  const starts = new Uint32Array(RUNS + 1);
  hashes.forEach((hash, at) => {
    lows[at] = hash;
    starts[runOf(hash) + 1] = at + 1;
  });
  // An empty run begins where the one before ends.
  for (let run = 1; run <= RUNS; run += 1) {
    starts[run] = Math.max(starts[run] as number, starts[run - 1] as number);
  }
  return { lows, starts, check: checksum(starts, toNumbers(lows)) };
}

/** Nothing where the row is not as it was written. */
export function readPacked(row: Partial<HashesRow> | undefined): PackedHashes | undefined {
  const { lows, starts, check } = row ?? {};
  const areNumbers = lows instanceof Uint16Array && starts instanceof Uint32Array && lows.length % 2 === 0;
  return areNumbers && checksum(starts, toNumbers(lows)) === check ? { lows, starts } : undefined;
}

export const lengthOf = ({ starts }: PackedHashes): number => starts[RUNS] as number;

export function unpackHashes(part: number, packed: PackedHashes): Numbers {
  const hashes = new Uint32Array(lengthOf(packed));
  for (let run = 0; run < RUNS; run += 1) {
    const end = packed.starts[run + 1] as number;
    for (let at = packed.starts[run] as number; at < end; at += 1) {
      hashes[at] = part * 2 ** 24 + run * 2 ** 16 + (packed.lows[at] as number);
    }
  }
  return hashes;
}

/** Where the first hash of the run of `hash` stands whose last bits are not smaller than `low`. */
function findLow({ lows, starts }: PackedHashes, hash: number, low: number): number {
  let from = starts[runOf(hash)] as number;
  let to = starts[runOf(hash) + 1] as number;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((lows[middle] as number) < low) from = middle + 1;
    else to = middle;
  }
  return from;
}

export const firstOf = (packed: PackedHashes, hash: number): number => findLow(packed, hash, hash & 0xffff);
/** After the last of the equal hashes. */
export const endOf = (packed: PackedHashes, hash: number): number =>
  findLow(packed, hash, (hash & 0xffff) + 1);

export function hasHash(packed: PackedHashes, hash: number): boolean {
  const at = firstOf(packed, hash);
  return at < (packed.starts[runOf(hash) + 1] as number) && packed.lows[at] === (hash & 0xffff);
}
