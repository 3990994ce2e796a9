import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '#lib/log/bytes.ts';
import { EMPTY_ROOT, type Hash, leafHash, nodeHash } from '#lib/log/hash.ts';
import { addLeaf, NO_PEAKS, rootOf } from '#lib/log/peaks.ts';
import {
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  type Node,
  rootAt,
} from '#lib/log/tree.ts';

const fromHex = (text: string): Hash =>
  Uint8Array.from(text.match(/../gu) ?? [], (byte) => Number.parseInt(byte, 16));

/** RFC 6962 section 2.1, word for word and slow: what everything else is compared with. */
function definition(leaves: readonly Hash[]): Hash {
  if (leaves.length < 2) return leaves[0] ?? EMPTY_ROOT;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(definition(leaves.slice(0, split)), definition(leaves.slice(split)));
}

const sourceOf =
  (leaves: readonly Hash[]) =>
  ({ level, position }: Node): Hash => {
    const covered = leaves.slice(position * 2 ** level, (position + 1) * 2 ** level);
    if (covered.length !== 2 ** level) throw new RangeError('asked for a subtree that is not complete');
    return definition(covered);
  };

// Test data of the Certificate Transparency reference implementation.
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((data) => leafHash(fromHex(data)));
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const A = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const B = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const C = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const D = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const E = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const F = 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7';

describe('published vectors', () => {
  test.each(ROOTS.map((root, size) => [size, root] as const))('root of %i leaves', async (size, root) => {
    expect(toHex(rootOf(LEAVES.slice(0, size).reduce(addLeaf, NO_PEAKS)))).toBe(root);
    expect(toHex(await rootAt(size, sourceOf(LEAVES)))).toBe(root);
  });

  test.each([
    [0, 1, []],
    [0, 8, [C, A, B]],
    [5, 8, [D, E, F]],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [1, 5, ['6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', A, D]],
  ])('inclusion of leaf %i in %i', async (index, size, expected) => {
    const proof = await inclusionProof(index, size, sourceOf(LEAVES));
    expect(proof.map(toHex)).toEqual(expected);
    expect(isIncluded(LEAVES[index] as Hash, index, size, proof, fromHex(ROOTS[size] as string))).toBe(true);
  });

  test.each([
    [1, 1, []],
    [1, 8, [C, A, B]],
    [2, 8, [A, B]],
    [6, 8, ['0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', E, F]],
    [2, 5, [A, D]],
  ])('consistency of %i with %i', async (earlier, later, expected) => {
    const proof = await consistencyProof(earlier, later, sourceOf(LEAVES));
    expect(proof.map(toHex)).toEqual(expected);
    const head = (size: number) => ({ size, root: fromHex(ROOTS[size] as string) });
    expect(isConsistent(head(earlier), head(later), proof)).toBe(true);
  });
});

describe('every size from 0 to 300', () => {
  const leaves = Array.from({ length: 300 }, (_, at) => leafHash(Uint8Array.of(at, at >> 8)));
  const roots = Array.from({ length: 301 }, (_, size) => definition(leaves.slice(0, size)));
  const nodes = new Map<string, Hash>();
  const source = (node: Node): Hash => {
    const key = `${node.level}:${node.position}`;
    const hash = nodes.get(key) ?? sourceOf(leaves)(node);
    nodes.set(key, hash);
    return hash;
  };
  const head = (size: number) => ({ size, root: roots[size] as Hash });
  const sizes = fc.integer({ min: 1, max: 300 });

  test('growing by one leaf gives the root of the definition, with as many peaks as bits', async () => {
    let peaks = NO_PEAKS;
    for (let size = 0; size <= 300; size += 1) {
      expect(rootOf(peaks)).toEqual(roots[size]);
      expect(await rootAt(size, source)).toEqual(roots[size]);
      expect(peaks.hashes).toHaveLength(size.toString(2).replaceAll('0', '').length);
      const leaf = leaves[size];
      if (leaf) peaks = addLeaf(peaks, leaf);
    }
  });

  test('each leaf is proved, and by no other proof, index, size or root', async () => {
    for (let size = 1; size <= 300; size += 7) {
      for (let index = 0; index < size; index += 1) {
        const leaf = leaves[index] as Hash;
        const proof = await inclusionProof(index, size, source);
        expect(isIncluded(leaf, index, size, proof, roots[size] as Hash)).toBe(true);
        expect(isIncluded(leaf, index, size, proof, roots[size - 1] as Hash)).toBe(false);
        expect(isIncluded(leaf, size, size, proof, roots[size] as Hash)).toBe(false);
        if (size > 1) expect(isIncluded(leaf, index ^ 1, size, proof, roots[size] as Hash)).toBe(false);
        expect(isIncluded(leaf, index, size, [...proof, leaf], roots[size] as Hash)).toBe(false);
        expect(isIncluded(leaf, index, size, proof.slice(1), roots[size] as Hash)).toBe(size === 1);
      }
    }
  });

  test('a changed byte anywhere breaks an inclusion proof', () =>
    fc.assert(
      fc.asyncProperty(
        sizes,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 0, max: 31 }),
        async (size, at, which, byte) => {
          const index = at % size;
          const proof = await inclusionProof(index, size, source);
          fc.pre(proof.length > 0);
          const broken = proof.map((hash) => hash.slice());
          const hash = broken[which % broken.length] as Hash;
          hash[byte] = (hash[byte] as number) ^ 1;
          expect(isIncluded(leaves[index] as Hash, index, size, broken, roots[size] as Hash)).toBe(false);
        },
      ),
    ));

  test('each earlier tree is proved to be the beginning of each later one', async () => {
    for (let later = 0; later <= 300; later += 11) {
      for (let earlier = 0; earlier <= later; earlier += 1) {
        const proof = await consistencyProof(earlier, later, source);
        expect(isConsistent(head(earlier), head(later), proof)).toBe(true);
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(later + 1)) + 1);
      }
    }
  });

  test('another root, another size or a changed proof is not consistent', () =>
    fc.assert(
      fc.asyncProperty(sizes, sizes, fc.nat(), async (a, b, which) => {
        const [earlier, later] = [Math.min(a, b), Math.max(a, b)];
        const proof = await consistencyProof(earlier, later, source);
        const other = { size: earlier, root: leaves[0]?.slice().fill(7) as Hash };
        expect(isConsistent(other, head(later), proof)).toBe(false);
        expect(isConsistent(head(earlier), { ...other, size: later }, proof)).toBe(false);
        expect(isConsistent(head(later), head(earlier), proof)).toBe(earlier === later);
        fc.pre(proof.length > 0);
        const broken = proof.map((hash, at) => (at === which % proof.length ? hash.slice().reverse() : hash));
        expect(isConsistent(head(earlier), head(later), broken)).toBe(false);
      }),
    ));
});
