import type { LogFilter } from '#lib/model/log-query.ts';
import { type Card, isWithin, tagsOf } from './cards.ts';
import { lookAt, type Reach, readChanged, readReach, readShelf } from './catalogue.ts';
import type { Connection } from './connection.ts';
import type { TallyRow } from './database.ts';
import { countsOf, EVERY, SHELF_SIZE, shelfOf, tallyOf, WEEK } from './shelves.ts';

/** The catalogue as it is at one moment, with the entries that are not in it yet. */
export interface CatalogueView {
  /** Oldest first; shelves without a post are left out. */
  readonly tallies: readonly TallyRow[];
  /** Cards of one shelf, oldest first. */
  cardsOf(shelf: number): Promise<readonly Card[]>;
}

/** From where to where a list goes, by the index of the first entry. */
export interface Bounds {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
}

interface Looked extends CatalogueView {
  readonly reach: Reach;
}

/** Looks at the catalogue; once for as long as nothing changes. */
export function createViewer({ use }: Pick<Connection, 'use'>): () => Promise<CatalogueView> {
  let last: Looked | undefined;

  return async () => {
    last = await use(async (database): Promise<Looked> => {
      const tx = lookAt(database);
      const reach = await readReach(database, tx);
      if (last?.reach.mark === reach.mark && last.reach.size === reach.size) return last;
      const kept = reach.mark > 0 ? await tx.objectStore('tallies').getAll() : [];
      const changed = await readChanged(tx, reach);
      const tallies = new Map(kept.map((tally) => [tally.shelf, tally]));
      for (const [shelf, cards] of changed) tallies.set(shelf, tallyOf(shelf, cards));
      return {
        reach,
        tallies: [...tallies.values()].sort((a, b) => a.shelf - b.shelf),
        cardsOf: async (shelf) => changed.get(shelf) ?? use((current) => readShelf(lookAt(current), shelf)),
      };
    });
    return last;
  };
}

const isTouched = (start: number, { from = 0, until = Number.POSITIVE_INFINITY }: LogFilter): boolean =>
  start < until && start + WEEK > from;

const isInside = (start: number, { from = 0, until = Number.POSITIVE_INFINITY }: LogFilter): boolean =>
  start >= from && start + WEEK <= until;

/** The weeks of a shelf, by their place, in which posts may pass. */
function findWeeks(tally: TallyRow, filter: LogFilter, wanted: readonly string[]): number[] {
  const counts = wanted.map((tag) => countsOf(tally, tag));
  const weeks = Array.from(tally.weeks, (start, row) => ({ start, row }));
  return weeks
    .filter(({ start, row }) => isTouched(start, filter) && counts.every((count) => count[row]))
    .map(({ row }) => row);
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Shelves that may hold posts which pass, oldest first, and how many posts stand on each. */
export function findShelves(
  { tallies }: Pick<CatalogueView, 'tallies'>,
  filter: LogFilter,
  { before = Number.POSITIVE_INFINITY, after = -1 }: Bounds,
): { shelf: number; posts: number }[] {
  const wanted = tagsOf(filter);
  return tallies
    .filter(
      (tally) =>
        tally.shelf * SHELF_SIZE < before &&
        tally.shelf >= shelfOf(after + 1) &&
        findWeeks(tally, filter, wanted).length > 0,
    )
    .map((tally) => ({ shelf: tally.shelf, posts: sumOf(countsOf(tally, EVERY)) }));
}

/** Whether a post passes the filter, but for its words, and lies within the bounds. */
export function createTest(
  filter: LogFilter,
  { before = Number.POSITIVE_INFINITY, after = -1 }: Bounds,
): (card: Card) => boolean {
  const wanted = tagsOf(filter);
  return ({ index, time, tags }) =>
    index < before && index > after && isWithin(time, filter) && wanted.every((tag) => tags.includes(tag));
}

/** Shelves whose cards are read to count posts; beyond that nobody wants to wait for a number. */
const MOST_COUNTED = 64;

/** Number of posts that pass the filter, words aside. Nothing where it cannot be told quickly. */
export async function countIn(view: CatalogueView, filter: LogFilter): Promise<number | undefined> {
  const wanted = tagsOf(filter);
  const [tag = EVERY] = wanted;
  const test = createTest(filter, {});
  let count = 0;
  const unclear: number[] = [];
  for (const tally of view.tallies) {
    const found = findWeeks(tally, filter, wanted);
    if (wanted.length < 2 && found.every((row) => isInside(tally.weeks[row] ?? 0, filter)))
      count += sumOf(countsOf(tally, tag).filter((_, row) => found.includes(row)));
    else if (found.length > 0) unclear.push(tally.shelf);
  }
  if (unclear.length > MOST_COUNTED) return undefined;
  for (const shelf of unclear) count += (await view.cardsOf(shelf)).filter(test).length;
  return count;
}
