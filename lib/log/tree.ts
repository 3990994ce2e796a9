import { isSameBytes } from './bytes.ts';
import { EMPTY_ROOT, type Hash, nodeHash } from './hash.ts';
import { joinSubtrees } from './peaks.ts';

/** A complete subtree: covers the leaves from `position * 2 ** level`, `2 ** level` of them. Level 0 is a leaf. */
export interface Node {
  readonly level: number;
  readonly position: number;
}

/** Where node hashes come from: an array in memory or the database. Asked only for complete subtrees. */
export type NodeSource = (node: Node) => Hash | Promise<Hash>;

/** Leaves from `from`, up to and without `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** RFC 6962's k: the largest power of two smaller than a size of at least 2. */
function splitPoint(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** A range of the RFC's recursion as complete subtrees, largest first. */
export function nodesOf({ from, to }: Range): Node[] {
  const nodes: Node[] = [];
  for (let at = from; at < to; ) {
    let level = 0;
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= to) {
      level += 1;
      width *= 2;
    }
    nodes.push({ level, position: at / width });
    at += width;
  }
  return nodes;
}

/** RFC 6962 section 2.1.1, PATH(m, D[n]): the siblings from the leaf up. */
function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  let range: Range = { from: 0, to: size };
  while (range.to - range.from > 1) {
    const middle: number = range.from + splitPoint(range.to - range.from);
    const left = { from: range.from, to: middle };
    const right = { from: middle, to: range.to };
    ranges.unshift(index < middle ? right : left);
    range = index < middle ? left : right;
  }
  return ranges;
}

/** RFC 6962 section 2.1.2, PROOF(m, D[n]). */
function consistencyRanges(earlier: number, later: number): Range[] {
  const ranges: Range[] = [];
  let range: Range = { from: 0, to: later };
  while (range.to !== earlier) {
    const middle: number = range.from + splitPoint(range.to - range.from);
    const left = { from: range.from, to: middle };
    const right = { from: middle, to: range.to };
    ranges.unshift(earlier <= middle ? right : left);
    range = earlier <= middle ? left : right;
  }
  if (range.from !== 0) ranges.unshift(range);
  return ranges;
}

async function rootOfRange(range: Range, source: NodeSource): Promise<Hash> {
  const hashes: Hash[] = [];
  for (const node of nodesOf(range)) hashes.push(await source(node));
  return joinSubtrees(hashes) ?? EMPTY_ROOT;
}

/** Root of the first `size` leaves. O(log n) nodes. */
export const rootAt = (size: number, source: NodeSource): Promise<Hash> =>
  rootOfRange({ from: 0, to: size }, source);

async function rootsOf(ranges: Range[], source: NodeSource): Promise<Hash[]> {
  const hashes: Hash[] = [];
  for (const range of ranges) hashes.push(await rootOfRange(range, source));
  return hashes;
}

/** Proof that the leaf at `index` is in the tree of `size` leaves. */
export function inclusionProof(index: number, size: number, source: NodeSource): Promise<Hash[]> {
  if (index < 0 || index >= size) throw new RangeError('no such leaf');
  return rootsOf(inclusionRanges(index, size), source);
}

/** Proof that the tree of `earlier` leaves is the beginning of the tree of `later` leaves. */
export function consistencyProof(earlier: number, later: number, source: NodeSource): Promise<Hash[]> {
  if (earlier < 0 || earlier > later) throw new RangeError('no earlier tree');
  return earlier === 0 ? Promise.resolve([]) : rootsOf(consistencyRanges(earlier, later), source);
}

const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

/** Whether the proof leads from the leaf to the root. */
export function isIncluded(
  leaf: Hash,
  index: number,
  size: number,
  proof: readonly Hash[],
  root: Hash,
): boolean {
  if (index < 0 || index >= size) return false;
  let node = index;
  let last = size - 1;
  let joined = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      joined = nodeHash(sibling, joined);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      joined = nodeHash(joined, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && isSameBytes(joined, root);
}

/** Whether the proof shows that the earlier tree is the beginning of the later one. */
export function isConsistent(
  earlier: { size: number; root: Hash },
  later: { size: number; root: Hash },
  proof: readonly Hash[],
): boolean {
  if (earlier.size > later.size || earlier.size < 0) return false;
  if (earlier.size === later.size) return proof.length === 0 && isSameBytes(earlier.root, later.root);
  if (earlier.size === 0) return proof.length === 0 && isSameBytes(earlier.root, EMPTY_ROOT);
  let node = earlier.size - 1;
  let last = later.size - 1;
  while (isOdd(node)) {
    node = half(node);
    last = half(last);
  }
  // A complete earlier tree is itself the first node; otherwise the proof begins with that node.
  const path = node === 0 ? [earlier.root, ...proof] : [...proof];
  const first = path.shift();
  if (!first) return false;
  let before = first;
  let after = first;
  for (const sibling of path) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      before = nodeHash(sibling, before);
      after = nodeHash(sibling, after);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      after = nodeHash(after, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && isSameBytes(before, earlier.root) && isSameBytes(after, later.root);
}
