import type { LogEntry } from '#lib/model/log-entry.ts';
import { isSameBytes } from './bytes.ts';
import { type Card, renewCard } from './cards.ts';
import type { Connection } from './connection.ts';
import {
  type CatalogueMark,
  type LogDatabase,
  type LogTransaction,
  META,
  type StoreName,
  VERSION,
} from './database.ts';
import type { Hash } from './hash.ts';
import { packShelf, shelfOf, tallyOf, unpackShelf } from './shelves.ts';
import { createNodeSource, parseEntry, readEntries, readHead } from './stored-log.ts';

/** Entries taken in at a time: reading them keeps an append waiting for some milliseconds, writing does not. */
const STEP = 1024;

/** What a look at entries and posts needs. */
const LOG: StoreName[] = ['entries', 'tiles', 'posts'];
/** And at what the catalogue has of them. */
const LOOK: StoreName[] = [...LOG, 'leaves', 'meta', 'catalogue', 'tallies'];

/** Shelves by number, the cards of each oldest first. */
export type Shelves = Map<number, readonly Card[]>;

/** In memory, and in a database of a newer version, there is no catalogue that this code knows. */
const hasCatalogue = (database: LogDatabase): boolean => database.version === VERSION;

export const lookAt = (database: LogDatabase): LogTransaction<'readonly'> =>
  database.transaction(hasCatalogue(database) ? LOOK : LOG);

/** How the catalogue stands to the log. */
export interface Reach {
  /** Entries that are in it; nothing of it counts where this is 0. */
  readonly mark: number;
  /** Entries that there are. */
  readonly size: number;
}

const isSameMark = (a: CatalogueMark | undefined, b: CatalogueMark | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.size === b.size && isSameBytes(a.leaf, b.leaf));

async function findMark<Mode extends IDBTransactionMode>(
  tx: LogTransaction<Mode>,
): Promise<CatalogueMark | undefined> {
  return (await tx.objectStore('meta').get(META.catalogued)) as CatalogueMark | undefined;
}

/** From its own row where it has one: the tile that the newest are in has no leaves yet. */
async function readLeaf(tx: LogTransaction<'readonly'>, index: number): Promise<Hash> {
  const row = await tx.objectStore('entries').get(index);
  return row?.leaf ?? createNodeSource(tx)({ level: 0, position: index });
}

/** A catalogue of entries that this log does not have counts for nothing. */
export async function readReach(database: LogDatabase, tx: LogTransaction<'readonly'>): Promise<Reach> {
  const { size } = await readHead(tx);
  const mark = hasCatalogue(database) ? await findMark(tx) : undefined;
  const isOfThisLog =
    mark !== undefined && mark.size <= size && isSameBytes(await readLeaf(tx, mark.size - 1), mark.leaf);
  return { mark: isOfThisLog ? mark.size : 0, size };
}

/** The cards that the catalogue has of one shelf. */
export async function readShelf(tx: LogTransaction<'readonly'>, shelf: number): Promise<Card[]> {
  return unpackShelf(shelf, await tx.objectStore('catalogue').get(shelf));
}

function byPost(entries: readonly LogEntry[]): Map<string, LogEntry[]> {
  const found = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    if (entry.post === undefined) continue;
    const list = found.get(entry.post) ?? [];
    list.push(entry);
    found.set(entry.post, list);
  }
  return found;
}

/** Takes these entries into `shelves`, which get those they touch. `isKept`: the catalogue has what came before. */
async function takeIn(
  tx: LogTransaction<'readonly'>,
  shelves: Shelves,
  { from, to, isKept }: { from: number; to: number; isKept: boolean },
): Promise<void> {
  const entries = byPost((await readEntries(tx, from, to)).map(parseEntry));
  const posts = tx.objectStore('posts');
  const rows = await Promise.all([...entries.keys()].map((post) => posts.get(post)));
  const touched = new Map<number, Map<number, Card>>();
  for (const row of rows) {
    const index = row?.entries[0];
    if (index !== undefined) touched.set(shelfOf(index), new Map());
  }
  await Promise.all(
    Array.from(touched, async ([shelf, cards]) => {
      const before = shelves.get(shelf) ?? (isKept ? await readShelf(tx, shelf) : []);
      for (const card of before) cards.set(card.index, card);
    }),
  );
  for (const row of rows) {
    const index = row?.entries[0];
    if (!row || index === undefined) continue;
    const cards = touched.get(shelfOf(index));
    cards?.set(index, renewCard(cards.get(index), row, entries.get(row.post) ?? []));
  }
  for (const [shelf, cards] of touched)
    shelves.set(
      shelf,
      [...cards.values()].sort((a, b) => a.index - b.index),
    );
}

/** Shelves as the entries behind the mark make them. */
export async function readChanged(
  tx: LogTransaction<'readonly'>,
  { mark, size }: Reach,
): Promise<ReadonlyMap<number, readonly Card[]>> {
  const shelves: Shelves = new Map();
  for (let from = mark; from < size; from += STEP)
    await takeIn(tx, shelves, { from, to: Math.min(from + STEP, size), isKept: mark > 0 });
  return shelves;
}

/**
 * Takes the next entries into the catalogue; false if there were none. What is written and how far it goes are one
 * transaction, and somebody else's progress in between makes it start again: so every entry is taken in once, whoever
 * runs and wherever it breaks off. Entries and posts are not in that transaction: an append does not wait for it.
 */
async function advance(database: LogDatabase): Promise<boolean> {
  if (!hasCatalogue(database)) return false;
  const look = lookAt(database);
  const [before, { mark, size }] = [await findMark(look), await readReach(database, look)];
  if (mark === size) return false;
  const to = Math.min(mark + STEP, size);
  const shelves: Shelves = new Map();
  await takeIn(look, shelves, { from: mark, to, isKept: mark > 0 });
  const next: CatalogueMark = { size: to, leaf: await readLeaf(look, to - 1) };

  const stores: StoreName[] = ['meta', 'catalogue', 'tallies'];
  const tx = database.transaction(stores, 'readwrite', { durability: 'relaxed' });
  if (!isSameMark(await findMark(tx), before)) return true;
  const catalogue = tx.objectStore('catalogue');
  const tallies = tx.objectStore('tallies');
  const writes: Promise<unknown>[] = [tx.done];
  const write = (request: Promise<unknown>): void => {
    // Where one fails, those after it cannot be asked for any more, and nobody waits for those before.
    request.catch(() => {});
    writes.push(request);
  };
  tx.done.catch(() => {});
  if (mark === 0) {
    write(catalogue.clear());
    write(tallies.clear());
  }
  for (const [shelf, cards] of shelves) {
    write(catalogue.put(packShelf(shelf, cards), shelf));
    write(tallies.put(tallyOf(shelf, cards)));
  }
  write(tx.objectStore('meta').put(next, META.catalogued));
  await Promise.all(writes);
  return true;
}

/** Keeps the catalogue of the log. */
export interface Cataloguer {
  /** Takes in all entries there are. Callers at once share one run. */
  catchUp(): Promise<void>;
}

export function createCataloguer({ use }: Pick<Connection, 'use'>): Cataloguer {
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (await use(advance));
  }

  return {
    catchUp() {
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
