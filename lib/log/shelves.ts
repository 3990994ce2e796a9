import type { Card } from './cards.ts';
import type { ShelfRow, TallyRow } from './database.ts';

/** Entries of the log whose posts stand on one shelf. */
export const SHELF_SIZE = 1024;

const DAY = 24 * 60 * 60 * 1000;
/** Milliseconds. */
export const WEEK = 7 * DAY;
/** 1970 began on a Thursday. */
const FIRST_MONDAY = 4 * DAY;

/** Monday 00:00 UTC before or at this time. */
export const weekOf = (time: number): number =>
  Math.floor((time - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;

/** The shelf of a post, by the index of its first entry. */
export const shelfOf = (index: number): number => Math.floor(index / SHELF_SIZE);

/** `cards`: oldest first. */
export function packShelf(shelf: number, cards: readonly Card[]): ShelfRow {
  const names = [...new Set(cards.flatMap(({ tags }) => tags))];
  const places = new Map(names.map((name, place) => [name, place]));
  return {
    starts: Uint16Array.from(cards, ({ index }) => index - shelf * SHELF_SIZE),
    times: Float64Array.from(cards, ({ time }) => time),
    names,
    tags: Uint16Array.from(cards.flatMap(({ tags }) => tags.map((tag) => places.get(tag) ?? 0))),
    lengths: Uint16Array.from(cards, ({ tags }) => tags.length),
  };
}

export function unpackShelf(shelf: number, row: ShelfRow | undefined): Card[] {
  if (!row) return [];
  let at = 0;
  return Array.from(row.starts, (start, place) => {
    const end = at + (row.lengths[place] ?? 0);
    const tags = Array.from(row.tags.subarray(at, end), (name) => row.names[name] ?? '');
    at = end;
    return { index: shelf * SHELF_SIZE + start, time: row.times[place] ?? 0, tags };
  });
}

/** The tag that every post counts under. */
export const EVERY = 'post=any';

export function tallyOf(shelf: number, cards: readonly Card[]): TallyRow {
  const names = [EVERY, ...new Set(cards.flatMap(({ tags }) => tags))];
  const weeks = [...new Set(cards.map(({ time }) => weekOf(time)))];
  const places = new Map(names.map((name, place) => [name, place]));
  const rows = new Map(weeks.map((week, row) => [week, row * names.length]));
  const counts = new Uint32Array(weeks.length * names.length);
  for (const { time, tags } of cards) {
    const row = rows.get(weekOf(time)) ?? 0;
    for (const tag of [EVERY, ...tags]) {
      const at = row + (places.get(tag) ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return { shelf, weeks: Float64Array.from(weeks), names, counts };
}

/** How often a tag occurs in each week of a tally. */
export function countsOf({ weeks, names, counts }: TallyRow, tag: string): number[] {
  const place = names.indexOf(tag);
  return Array.from(weeks, (_, row) => (place === -1 ? 0 : (counts[row * names.length + place] ?? 0)));
}
