import { checksum } from './checksum.ts';
import type { Numbers, PartKey, PlacesRow, Transaction } from './database.ts';
import { lengthOf, type PackedHashes, packHashes, readPacked, unpackHashes } from './packed-hashes.ts';
import type { Postings } from './postings.ts';
import { BrokenIndex } from './provenance-error.ts';

/**
 * The index lies in this many rows, by the first bits of the hash: a short draft needs few of them, a merge can be
 * done in small steps, and each row is small enough for Chromium to store it in place instead of in a file of its own.
 */
export const PARTS = 256;

const SHIFT = 24;

export const partOf = (hash: number): number => hash >>> SHIFT;

/** Hashes of a part: from the first up to and without the second. */
export const rangeOfPart = (part: number): readonly [number, number] => [
  part * 2 ** SHIFT,
  (part + 1) * 2 ** SHIFT,
];

const areNumbers = (value: unknown): value is Numbers => value instanceof Uint32Array;

/*
 * Read one by one and all at once: for rows of this size Chromium is three times quicker with that than with `getAll`.
 * Each is checked as it comes, while others are still under way.
 */

/** Hashes of these parts. Throws `BrokenIndex` where they are not as written. */
export function readHashes(
  tx: Transaction,
  epoch: number,
  parts: readonly number[],
): Promise<readonly (readonly [number, PackedHashes])[]> {
  const rows = tx.objectStore('hashes');
  return Promise.all(
    parts.map(async (part) => {
      const packed = readPacked(await rows.get([epoch, part]));
      if (!packed) throw new BrokenIndex(`hashes of part ${part}`);
      return [part, packed] as const;
    }),
  );
}

/** What belongs to the hashes of these parts. Throws `BrokenIndex` where it is not as written. */
export function readPlaces(
  tx: Transaction,
  epoch: number,
  parts: readonly number[],
): Promise<readonly (readonly [number, Pick<Postings, 'owners' | 'positions'>])[]> {
  const rows = tx.objectStore('places');
  return Promise.all(
    parts.map(async (part) => {
      const { owners, positions, check }: Partial<PlacesRow> = (await rows.get([epoch, part])) ?? {};
      if (!areNumbers(owners) || !areNumbers(positions) || checksum(owners, positions) !== check) {
        throw new BrokenIndex(`places of part ${part}`);
      }
      return [part, { owners, positions }] as const;
    }),
  );
}

/** One part of the index as it is stored, both halves. */
export async function readPart(tx: Transaction, epoch: number, part: number): Promise<Postings> {
  const [[[, packed] = []], [[, places] = []]] = await Promise.all([
    readHashes(tx, epoch, [part]),
    readPlaces(tx, epoch, [part]),
  ]);
  if (!packed || places?.owners.length !== lengthOf(packed)) throw new BrokenIndex(`halves of part ${part}`);
  return { hashes: unpackHashes(part, packed), owners: places.owners, positions: places.positions };
}

export async function writePart(
  tx: Transaction<'readwrite'>,
  epoch: number,
  part: number,
  { hashes, owners, positions }: Postings,
): Promise<void> {
  const key: PartKey = [epoch, part];
  await Promise.all([
    tx.objectStore('hashes').put(packHashes(hashes), key),
    tx.objectStore('places').put({ owners, positions, check: checksum(owners, positions) }, key),
  ]);
}
