import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { RecognisedBy, ShownPicture } from '#lib/model/picture.ts';
import { countDifferent, haveSameShape, lookOf, MOST_DIFFERENT_BITS } from '../picture-look.ts';
import type { Connection } from './connection.ts';
import type { PictureRow, Transaction } from './database.ts';
import { ProvenanceError } from './provenance-error.ts';
import type { KnownPicture, PictureCapture } from './store-contract.ts';

/** What a picture is compared by. */
type Marks = Pick<PictureRow, 'width' | 'height' | 'address' | 'digest' | 'bits'>;

const rowSchema = z.strictObject({
  id: z.number().int().positive(),
  source: z.string(),
  sourceName: z.string(),
  model: z.string().optional(),
  conversation: z.string().optional(),
  time: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
  address: z.string().optional(),
  digest: z.string().optional(),
  bits: z.instanceof(Uint32Array).optional(),
});

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));

/** Nothing where there is nothing to know the picture again by. */
function marksOf({ width, height, address, small }: ShownPicture, secret: Uint8Array): Marks | undefined {
  const look = small === undefined ? undefined : lookOf(bytesOf(small), secret);
  if (!look && address === undefined) return undefined;
  const keyed = (text: string) => bytesToHex(hmac(sha256, secret, utf8ToBytes(text)).subarray(0, 16));
  return {
    width,
    height,
    ...(address !== undefined && { address: keyed(`address of a picture\n${address}`) }),
    ...look,
  };
}

interface Recognised {
  readonly row: PictureRow;
  readonly by: RecognisedBy;
  /** The lower the surer. */
  readonly distance: number;
}

function compare(row: PictureRow, marks: Marks): Recognised | undefined {
  const isAlike = haveSameShape(row, marks);
  if (isAlike && row.digest !== undefined && row.digest === marks.digest)
    return { row, by: 'pixels', distance: -2 };
  if (row.address !== undefined && row.address === marks.address) return { row, by: 'address', distance: -1 };
  if (!isAlike || !row.bits || !marks.bits) return undefined;
  const distance = countDifferent(row.bits, marks.bits);
  return distance <= MOST_DIFFERENT_BITS ? { row, by: 'likeness', distance } : undefined;
}

/** The surest; of several the newest. */
function recognise(rows: readonly PictureRow[], marks: Marks): Recognised | undefined {
  return rows
    .flatMap((row) => compare(row, marks) ?? [])
    .reduce<Recognised | undefined>(
      (best, one) =>
        !best ||
        one.distance < best.distance ||
        (one.distance === best.distance && one.row.time > best.row.time)
          ? one
          : best,
      undefined,
    );
}

/** Throws `unreadable` where one is not as it was written: what cannot be compared is never no match. */
async function readRows(tx: Transaction): Promise<PictureRow[]> {
  const rows = await tx.objectStore('pictures').getAll();
  if (!rows.every((row) => rowSchema.safeParse(row).success))
    throw new ProvenanceError('unreadable', 'what is known of a picture is damaged');
  return rows;
}

/** A picture met again is the same one, with the time of now: by its pixels, or by its address where these are not known. */
function findSame(rows: readonly PictureRow[], marks: Marks, source: string): PictureRow | undefined {
  const known = recognise(
    rows.filter((row) => row.source === source),
    marks,
  );
  return known && known.by !== 'likeness' ? known.row : undefined;
}

/** The oldest of the source that has most with the new one: no source drives another out of its equal part. */
function findSurplus(rows: readonly PictureRow[], newSource: string): PictureRow | undefined {
  const counts = new Map([[newSource, 1]]);
  for (const { source } of rows) counts.set(source, (counts.get(source) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const oldestFirst = rows.toSorted((a, b) => a.time - b.time);
  return oldestFirst.find(({ source }) => counts.get(source) === most);
}

/** Whether there is something to know it again by. Where there are too many, another makes room. */
export async function rememberPicture(
  connection: Connection,
  { picture, ...capture }: PictureCapture,
  { secret, now, most }: { secret: Uint8Array; now: number; most: number },
): Promise<boolean> {
  const marks = marksOf(picture, secret);
  if (!marks) return false;
  await connection.transact('readwrite', ['pictures'], async (tx) => {
    const pictures = tx.objectStore('pictures');
    const rows = await readRows(tx);
    const same = findSame(rows, marks, capture.source);
    await pictures.put({ ...same, ...capture, ...marks, time: now } as PictureRow);
    if (same || rows.length < most) return;
    const surplus = findSurplus(rows, capture.source);
    if (surplus) await pictures.delete(surplus.id);
  });
  return true;
}

/** In the order they were asked for. */
export async function findPictures(
  connection: Connection,
  shown: readonly ShownPicture[],
  { secret, since }: { secret: Uint8Array; since: number },
): Promise<readonly (KnownPicture | undefined)[]> {
  const rows = await connection.transact('readonly', ['pictures'], readRows);
  const known = rows.filter(({ time }) => time >= since);
  return shown.map((picture): KnownPicture | undefined => {
    const marks = marksOf(picture, secret);
    const found = marks && recognise(known, marks);
    if (!found) return undefined;
    const { id: _, address, digest = address, bits: __, ...facts } = found.row;
    return { ...facts, digest: digest ?? '', by: found.by };
  });
}

/** What is known of the pictures of one source. */
export interface PicturesOfSource {
  readonly source: string;
  readonly sourceName: string;
  readonly pictures: number;
  readonly newest: number;
  readonly oldest: number;
}

const ofSource = (source: string): IDBKeyRange => IDBKeyRange.bound([source], [source, []]);

/** From one source to the next, whatever lies between. */
export async function countPictures(tx: Transaction): Promise<PicturesOfSource[]> {
  const index = tx.objectStore('pictures').index('source');
  const found: PicturesOfSource[] = [];
  let last = await index.openCursor(null, 'prev');
  while (last) {
    const { source, sourceName, time } = last.value;
    const [pictures, first] = await Promise.all([
      index.count(ofSource(source)),
      index.openKeyCursor(ofSource(source)),
    ]);
    found.push({ source, sourceName, pictures, newest: time, oldest: first?.key[1] ?? time });
    last = await index.openCursor(IDBKeyRange.upperBound([source], true), 'prev');
  }
  return found;
}
