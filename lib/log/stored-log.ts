import type { LogEntry } from '#lib/model/log-entry.ts';
import { type Bytes, concatBytes, readUtf8 } from './bytes.ts';
import { parseCheckpoint } from './checkpoint.ts';
import {
  type LogDatabase,
  type LogTransaction,
  META,
  type StoreName,
  TILE_SIZE,
  type TileRow,
} from './database.ts';
import { HASH_SIZE, type Hash, nodeHash } from './hash.ts';
import { LogError } from './log-error.ts';
import { addLeaf, NO_PEAKS, type Peaks, rootOf } from './peaks.ts';
import { type Opening, readFacts } from './private-facts.ts';
import type { Node, NodeSource } from './tree.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';
import { isKeyRecord, type KeyRecord, verifierKeyOf } from './web-crypto.ts';

/** Level of the node that is the root of one tile. */
export const TILE_LEVEL = Math.log2(TILE_SIZE);

/** The end of the log, enough to append and to know the root. */
export interface Head extends Peaks {
  /** Leaf hash of the last entry; missing in an empty log. */
  readonly leaf?: Hash;
}

export async function readHead<Mode extends IDBTransactionMode>(tx: LogTransaction<Mode>): Promise<Head> {
  const newest = await tx.objectStore('entries').openCursor(null, 'prev');
  if (!newest) return NO_PEAKS;
  const { leaf, peaks } = newest.value;
  return { size: newest.key + 1, hashes: splitHashes(peaks), leaf };
}

/** Where the log ends, and how many of its tiles are sealed. Throws `corrupt` where what must stand behind them is missing. */
export async function readEnd<Mode extends IDBTransactionMode>(
  tx: LogTransaction<Mode>,
): Promise<{ head: Head; sealed: number }> {
  const head = await readHead(tx);
  const newestTile = await tx.objectStore('tiles').openKeyCursor(null, 'prev');
  const sealed = newestTile ? newestTile.key + 1 : 0;
  const isWhole = sealed === 0 || head.size > sealed * TILE_SIZE;
  if (!isWhole) throw new LogError('corrupt', 'the newest entries are missing');
  return { head, sealed };
}

/** How browsers say that a row is there and cannot be made sense of any more. */
const UNREADABLE = ['DataError', 'DataCloneError', 'NotReadableError'];

/** The key with which this log signs: nothing where it is gone, unreadable, or that of another log. */
export async function findKey(database: LogDatabase): Promise<KeyRecord | undefined> {
  const tx = database.transaction(['meta'] as StoreName[]);
  // A row that cannot be read takes its transaction with it.
  tx.done.catch(() => {});
  try {
    const [record, signed] = await Promise.all([tx.objectStore('meta').get(META.key), findCheckpoint(tx)]);
    if (!isKeyRecord(record)) return undefined;
    const origin = signed === undefined ? undefined : parseCheckpoint(signed)?.origin;
    return origin === undefined || origin === record.name ? record : undefined;
  } catch (error) {
    if (error instanceof DOMException && UNREADABLE.includes(error.name)) return undefined;
    throw error;
  }
}

/** The key that checks what this log has signed, also where it can sign nothing more. */
export async function findVerifierKey(database: LogDatabase): Promise<VerifierKey | undefined> {
  const key = await findKey(database);
  if (key) return verifierKeyOf(key);
  const kept = await database.get('meta', META.verifierKey);
  return typeof kept === 'string' ? parseVerifierKey(kept) : undefined;
}

/** The newest checkpoint this log has signed. */
export async function findCheckpoint<Mode extends IDBTransactionMode>(
  tx: LogTransaction<Mode>,
): Promise<string | undefined> {
  return (await tx.objectStore('meta').get(META.checkpoint)) as string | undefined;
}

function splitHashes(bytes: Bytes): Hash[] {
  const count = bytes.length / HASH_SIZE;
  return Array.from({ length: count }, (_, at) => bytes.slice(at * HASH_SIZE, (at + 1) * HASH_SIZE));
}

export const tileOf = (index: number): number => Math.floor(index / TILE_SIZE);

const rowsOf = (tile: number): IDBKeyRange =>
  IDBKeyRange.bound(tile * TILE_SIZE, (tile + 1) * TILE_SIZE, false, true);

/** An entry as it lies in the database. */
export interface StoredEntry {
  /** Canonical bytes. */
  readonly bytes: Uint8Array;
  /** What opens its `private`, where it has one. */
  readonly opening?: Opening | undefined;
}

function split(bytes: Bytes, lengths: Uint32Array): Bytes[] {
  let at = 0;
  return Array.from(lengths, (length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
}

function unpack({ bytes, lengths, openings, openingLengths }: TileRow): StoredEntry[] {
  const opened = split(openings, openingLengths);
  return split(bytes, lengths).map((entry, at) => {
    const opening = opened[at];
    return opening && opening.length > 0 ? { bytes: entry, opening } : { bytes: entry };
  });
}

export const packTile = (entries: readonly StoredEntry[]): TileRow => ({
  bytes: concatBytes(...entries.map(({ bytes }) => bytes)),
  lengths: Uint32Array.from(entries, ({ bytes }) => bytes.length),
  openings: concatBytes(...entries.flatMap(({ opening }) => opening ?? [])),
  openingLengths: Uint32Array.from(entries, ({ opening }) => opening?.length ?? 0),
});

/** The entries of one tile below `end` as one row, sealed or not. Throws `corrupt` where one is missing. */
export async function readTileRow<Mode extends IDBTransactionMode>(
  tx: LogTransaction<Mode>,
  tile: number,
  end: number,
): Promise<TileRow> {
  const wanted = Math.min(TILE_SIZE, end - tile * TILE_SIZE);
  const sealed = await tx.objectStore('tiles').get(tile);
  if (sealed?.lengths.length === wanted) return sealed;
  const entries = (await readTile(tx, tile)).slice(0, wanted);
  if (entries.length !== wanted) throw new LogError('corrupt', `entries of tile ${tile} are missing`);
  return packTile(entries);
}

/** All entries of one tile, sealed or not; fewer than 256 at the end of the log. */
export async function readTile<Mode extends IDBTransactionMode>(
  tx: LogTransaction<Mode>,
  tile: number,
): Promise<StoredEntry[]> {
  const sealed = await tx.objectStore('tiles').get(tile);
  return sealed ? unpack(sealed) : await tx.objectStore('entries').getAll(rowsOf(tile));
}

/** The entries from `from` up to and without `to`, by index. Throws `corrupt` where one is missing. */
export async function readEntries<Mode extends IDBTransactionMode>(
  tx: LogTransaction<Mode>,
  from: number,
  to: number,
): Promise<StoredEntry[]> {
  const found: StoredEntry[] = [];
  for (let tile = tileOf(from); tile * TILE_SIZE < to; tile += 1) {
    const start = tile * TILE_SIZE;
    found.push(...(await readTile(tx, tile)).slice(Math.max(0, from - start), to - start));
  }
  if (found.length !== Math.max(0, to - from))
    throw new LogError('corrupt', `entries ${from} to ${to} are incomplete`);
  return found;
}

/** The whole entry, what it only commits to included. It was checked when it was written, and verification checks it again. */
export function parseEntry({ bytes, opening }: StoredEntry): LogEntry {
  try {
    return { ...(opening && readFacts(opening)), ...(JSON.parse(readUtf8(bytes)) as LogEntry) };
  } catch (error) {
    throw new LogError('corrupt', 'an entry cannot be read', error);
  }
}

/** Leaf hashes of all entries of one tile. */
export async function readLeaves<Mode extends IDBTransactionMode>(
  tx: LogTransaction<Mode>,
  tile: number,
): Promise<Hash[]> {
  const sealed = await tx.objectStore('leaves').get(tile);
  if (!sealed) return (await tx.objectStore('entries').getAll(rowsOf(tile))).map(({ leaf }) => leaf);
  return splitHashes(sealed);
}

/** Tree nodes as the database holds them: O(log n) reads for a proof. */
export function createNodeSource<Mode extends IDBTransactionMode>(tx: LogTransaction<Mode>): NodeSource {
  const tiles = new Map<number, Hash[]>();

  async function leavesOf(tile: number): Promise<Hash[]> {
    const leaves = tiles.get(tile) ?? (await readLeaves(tx, tile));
    tiles.set(tile, leaves);
    return leaves;
  }

  async function nodeAt({ level, position }: Node): Promise<Hash> {
    if (level >= TILE_LEVEL) {
      const stored = await tx.objectStore('nodes').get([level, position]);
      if (stored) return stored;
    }
    if (level > TILE_LEVEL) {
      const left = await nodeAt({ level: level - 1, position: position * 2 });
      return nodeHash(left, await nodeAt({ level: level - 1, position: position * 2 + 1 }));
    }
    const width = 2 ** level;
    const leaves = await leavesOf(tileOf(position * width));
    const start = (position * width) % TILE_SIZE;
    const covered = leaves.slice(start, start + width);
    if (covered.length !== width) throw new LogError('corrupt', `no node ${position} on level ${level}`);
    return rootOf(covered.reduce(addLeaf, NO_PEAKS));
  }

  return nodeAt;
}
