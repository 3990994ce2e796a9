import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Captured } from '#lib/model/generation.ts';
import type { Fingerprints } from '../fingerprint.ts';
import { BOOK_STORES, type Books, openBooks } from './books.ts';
import type { Connection } from './connection.ts';
import type { GenerationRow, ListRow, Transaction } from './database.ts';
import { holds, isWholeList, leaveOutOwn, packList, postingsIn } from './list.ts';
import type { Capture, KeptText, Remembered } from './store-contract.ts';

/** From the weakest evidence that the person took the text along to the strongest. */
const STRENGTH: readonly Captured[] = ['answer', 'drag', 'copy', 'copy-control'];

/** How many of the newest answers of the source are looked at: is one part of the other, which prompts are known. */
const NEWEST = 8;

const stronger = (a: Captured, b: Captured): Captured => (STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b);

/** A captured answer, all computed that needs no database: a transaction ends as soon as it waits for something else. */
export interface PreparedCapture {
  readonly capture: Capture;
  readonly digest: string;
  readonly list: ListRow;
  readonly normalisedLength: number;
  readonly kept: KeptText | undefined;
  readonly now: number;
}

/** Nothing where there is nothing to recognise the text by. */
export function prepareCapture(
  capture: Capture,
  fingerprints: Fingerprints,
  ownHashes: Uint32Array,
  { secret, now, kept }: { secret: Uint8Array; now: number; kept: KeptText | undefined },
): PreparedCapture | undefined {
  const { hashes, length } = fingerprints;
  if (hashes.length === 0) return undefined;
  const source = utf8ToBytes(`${capture.source}\n`);
  const bytes = new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength);
  return {
    capture,
    digest: bytesToHex(hmac(sha256, secret, concatBytes(source, bytes)).subarray(0, 16)),
    list: packList(fingerprints, ownHashes),
    normalisedLength: length,
    kept,
    now: Math.max(0, Math.trunc(now)),
  };
}

interface Known {
  readonly row: GenerationRow;
  readonly list: ListRow;
}

/** The newest answers of the same conversation. */
async function findNewest(
  tx: Transaction<'readwrite'>,
  { source, conversation }: Capture,
): Promise<readonly Known[]> {
  const range = IDBKeyRange.bound([source], [source, []]);
  const rows: GenerationRow[] = [];
  let cursor = await tx.objectStore('generations').index('source').openCursor(range, 'prev');
  for (let looked = 0; cursor && looked < NEWEST; looked += 1) {
    if (cursor.value.conversation === conversation) rows.push(cursor.value);
    cursor = await cursor.continue();
  }
  const lists = await Promise.all(rows.map(({ id }) => tx.objectStore('lists').get(id)));
  return rows.flatMap((row, at) => {
    const list = lists[at];
    return isWholeList(list) ? [{ row, list }] : [];
  });
}

/** The row of an answer that was met again. */
function renew(row: GenerationRow, { capture, now }: PreparedCapture): GenerationRow {
  const { sourceName, model, conversation } = capture;
  return {
    ...row,
    sourceName,
    ...(model !== undefined && { model }),
    ...(conversation !== undefined && { conversation }),
    time: now,
    captured: stronger(row.captured, capture.captured),
  };
}

async function keepText(
  tx: Transaction<'readwrite'>,
  books: Books,
  row: GenerationRow,
  kept: KeptText,
): Promise<GenerationRow> {
  books.keepText(row, kept.text.length);
  await tx.objectStore('texts').put({ text: kept.text, until: kept.until }, row.id);
  return { ...row, keptText: kept.text.length };
}

/** Of one source; what comes on top is remembered without its text. */
const MOST_TEXT = 10_000_000;

const mayKeep = (books: Books, { source }: Capture, { text }: KeptText): boolean =>
  (books.sources.get(source)?.keptText ?? 0) + text.length <= MOST_TEXT;

/**
 * Makes room: the oldest of the source that holds most of what there is too much of. So no source can drive another out
 * of its equal part, with many short answers no more than with a few long ones.
 */
async function makeRoom(
  tx: Transaction<'readwrite'>,
  books: Books,
  limits: { generations: number; fingerprints: number },
  id: number,
): Promise<void> {
  const findOver = (): 'generations' | 'postings' | undefined => {
    if (books.state.generations > limits.generations) return 'generations';
    return books.state.postings > limits.fingerprints ? 'postings' : undefined;
  };
  for (let over = findOver(); over; over = findOver()) {
    const what = over;
    const largest = [...books.sources.values()].reduce((a, b) => (b[what] > a[what] ? b : a));
    const range = IDBKeyRange.bound([largest.source], [largest.source, []]);
    let cursor = await tx.objectStore('generations').index('source').openCursor(range);
    if (cursor?.key && cursor.value.id === id) cursor = await cursor.continue();
    if (!cursor) return;
    books.drop(cursor.value);
  }
}

const STORES = BOOK_STORES;

/** One transaction: what two tabs capture at once is written one after the other, and looked at again before it is. */
export function rememberGeneration(
  connection: Connection,
  prepared: PreparedCapture,
  limits: { generations: number; fingerprints: number },
): Promise<Remembered> {
  const { capture, digest, list, normalisedLength, kept, now } = prepared;
  return connection.transact('readwrite', STORES, async (tx) => {
    const generations = tx.objectStore('generations');
    const [books, same] = await Promise.all([openBooks(tx), generations.index('digest').get(digest)]);
    const newest = same ? [] : await findNewest(tx, capture);
    const text = kept && mayKeep(books, capture, kept) ? kept : undefined;
    const holder = same ?? newest.find((known) => holds(known.list, list))?.row;
    if (holder) {
      const row = renew(holder, prepared);
      // A part is not the text of the whole.
      await generations.put(same && text ? await keepText(tx, books, row, text) : row);
      await books.write();
      return { id: holder.id, isNew: false };
    }
    const parts = newest.filter((known) => holds(list, known.list)).map(({ row }) => row);
    for (const part of parts) books.drop(part);
    const others = newest.filter((known) => !parts.includes(known.row)).map((known) => known.list);
    const stored = leaveOutOwn(list, others);
    const row: GenerationRow = {
      ...capture,
      id: books.state.lastId + 1,
      time: now,
      captured: parts.reduce((captured, part) => stronger(captured, part.captured), capture.captured),
      digest,
      normalisedLength,
      postings: postingsIn(stored),
      keptText: 0,
    };
    books.add(row);
    await tx.objectStore('lists').add(stored, row.id);
    await generations.add(text ? await keepText(tx, books, row, text) : row);
    await makeRoom(tx, books, limits, row.id);
    await books.write();
    return { id: row.id, isNew: parts.length === 0 };
  });
}
