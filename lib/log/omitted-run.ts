import { toBase64 } from './bytes.ts';
import { formatOmitted } from './export-lines.ts';
import { type Hash, nodeHash } from './hash.ts';
import type { Node } from './tree.ts';

/**
 * Entries side by side that an export leaves out. Keeps the roots of the largest complete subtrees that they make, so
 * a million of them are a few dozen hashes.
 */
export class OmittedRun {
  count = 0;
  readonly #from: number;
  readonly #subtrees: (Node & { readonly hash: Hash })[] = [];

  /** `from`: index of the first one. */
  constructor(from: number) {
    this.#from = from;
  }

  add(leaf: Hash): void {
    let node = { level: 0, position: this.#from + this.count, hash: leaf };
    this.count += 1;
    // A right child whose sibling is in the run: of equal level, the subtree before is that sibling.
    while (node.position % 2 === 1 && this.#subtrees.at(-1)?.level === node.level) {
      const left = this.#subtrees.pop()?.hash ?? leaf;
      node = { level: node.level + 1, position: (node.position - 1) / 2, hash: nodeHash(left, node.hash) };
    }
    this.#subtrees.push(node);
  }

  toLine(): string {
    const hashes = this.#subtrees.map(({ hash }) => toBase64(hash));
    return formatOmitted({ from: this.#from, count: this.count, hashes });
  }
}
