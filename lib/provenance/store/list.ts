import type { Fingerprints } from '../fingerprint.ts';
import { checksum } from './checksum.ts';
import type { ListRow, Numbers } from './database.ts';
import {
  concat,
  distinct,
  includes,
  inOrder,
  joinPostings,
  lowerBound,
  OWN,
  type Postings,
  sortedOrder,
} from './postings.ts';

/** Of the prompts of one generation: as many as one very long prompt has. */
const MOST_OWN = 100_000;

const seal = (hashes: Numbers, positions: Numbers, own: Numbers): ListRow => ({
  hashes,
  positions,
  own,
  check: checksum(hashes, positions, own),
});

/** The list of one generation, ready to be stored. */
export function packList({ hashes, positions }: Fingerprints, ownHashes: Uint32Array): ListRow {
  if (hashes.length !== positions.length) throw new RangeError('each fingerprint needs its position');
  const order = sortedOrder(hashes);
  const own = distinct(ownHashes.subarray(0, MOST_OWN));
  return seal(inOrder(hashes, order), inOrder(positions, order), own);
}

/** The list without those fingerprints of prompts that others have: each answer comes with all prompts before it. */
export function leaveOutOwn(list: ListRow, others: readonly ListRow[]): ListRow {
  const own = list.own.filter((hash) => !others.some((other) => includes(other.own, hash)));
  return seal(list.hashes, list.positions, own);
}

export const postingsIn = ({ hashes, own }: ListRow): number => hashes.length + own.length;

/** Whether a value from the database is a list as it was written. */
export function isWholeList(value: ListRow | undefined): value is ListRow {
  if (!value) return false;
  const { hashes, positions, own, check } = value;
  const areNumbers = [hashes, positions, own].every((numbers) => numbers instanceof Uint32Array);
  return areNumbers && hashes.length === positions.length && checksum(hashes, positions, own) === check;
}

/** Fingerprints of a list from `from` up to and without `to`, as part of an index. */
export function postingsOf(id: number, list: ListRow, from = 0, to = 2 ** 32): Postings[] {
  const rangeOf = (hashes: Numbers) => [lowerBound(hashes, from), lowerBound(hashes, to)] as const;
  const [first, end] = rangeOf(list.hashes);
  const [firstOwn, endOwn] = rangeOf(list.own);
  const parts: Postings[] = [];
  if (end > first) {
    parts.push({
      hashes: list.hashes.subarray(first, end),
      owners: new Uint32Array(end - first).fill(id),
      positions: list.positions.subarray(first, end),
    });
  }
  if (endOwn > firstOwn) {
    parts.push({
      hashes: list.own.subarray(firstOwn, endOwn),
      owners: new Uint32Array(endOwn - firstOwn).fill(id),
      positions: new Uint32Array(endOwn - firstOwn).fill(OWN),
    });
  }
  return parts;
}

/** All fingerprints of these lists in one order. */
export function joinLists(lists: ReadonlyMap<number, ListRow>): Postings {
  const ids = [...lists.keys()].sort((a, b) => a - b);
  return joinPostings([
    { hashes: concat([]), owners: concat([]), positions: concat([]) },
    ...ids.flatMap((id) => postingsOf(id, lists.get(id) as ListRow)),
  ]);
}

/** One in twenty may be missing: an answer read too early ends in the middle of a word. */
const SPARE = 20;

/** Whether one text holds the other, by their fingerprints. */
export function holds(whole: ListRow, part: ListRow): boolean {
  const spare = Math.floor(part.hashes.length / SPARE);
  let missing = 0;
  let at = 0;
  for (const hash of part.hashes) {
    while (at < whole.hashes.length && (whole.hashes[at] as number) < hash) at += 1;
    if (whole.hashes[at] !== hash) missing += 1;
    if (missing > spare) return false;
  }
  return true;
}
