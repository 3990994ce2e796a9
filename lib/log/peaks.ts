import { EMPTY_ROOT, type Hash, nodeHash } from './hash.ts';

/**
 * The right edge of a tree: the roots of its complete subtrees, largest first, one for each set bit of the size.
 * All that is needed to add leaves and to know the root.
 */
export interface Peaks {
  readonly size: number;
  readonly hashes: readonly Hash[];
}

export const NO_PEAKS: Peaks = { size: 0, hashes: [] };

/** The tree with one leaf more. Hashes O(log n) nodes at worst, one on average. */
export const addLeaf = (peaks: Peaks, leaf: Hash): Peaks => addSubtree(peaks, leaf, 1);

/** The tree with a complete subtree of `width` leaves more; the size has to be a multiple of that. */
export function addSubtree(peaks: Peaks, root: Hash, width: number): Peaks {
  let joined = root;
  let kept = peaks.hashes.length;
  for (let rest = peaks.size / width; rest % 2 === 1; rest = (rest - 1) / 2) {
    kept -= 1;
    const left = peaks.hashes[kept];
    if (!left) throw new RangeError('fewer peaks than the size asks for');
    joined = nodeHash(left, joined);
  }
  return { size: peaks.size + width, hashes: [...peaks.hashes.slice(0, kept), joined] };
}

/** RFC 6962 root: the peaks joined from the right. */
export function rootOf(peaks: Peaks): Hash {
  return joinSubtrees(peaks.hashes) ?? EMPTY_ROOT;
}

/** Root over neighbouring complete subtrees, largest first. Nothing for none. */
export function joinSubtrees(hashes: readonly Hash[]): Hash | undefined {
  return hashes.reduceRight<Hash | undefined>(
    (right, left) => (right ? nodeHash(left, right) : left),
    undefined,
  );
}
