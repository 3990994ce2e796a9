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
export const addLeaf = (peaks: Peaks, leaf: Hash): Peaks => {
  const tree = new GrowingTree(peaks);
  tree.add(leaf);
  return tree;
};

/** A tree that a million leaves are added to, one after the other. */
export class GrowingTree implements Peaks {
  size: number;
  readonly hashes: Hash[];

  constructor({ size, hashes }: Peaks = NO_PEAKS) {
    this.size = size;
    this.hashes = [...hashes];
  }

  /** Adds a complete subtree of `width` leaves; the size has to be a multiple of that. */
  add(root: Hash, width = 1): void {
    let joined = root;
    for (let rest = this.size / width; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.hashes.pop();
      if (!left) throw new RangeError('fewer peaks than the size asks for');
      joined = nodeHash(left, joined);
    }
    this.hashes.push(joined);
    this.size += width;
  }
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
