import type { Word } from './compared-words.ts';

/** So many words in a row that stand in each of two texts once stand for the same place. */
const ROW = 4;

interface Anchor {
  readonly before: number;
  readonly after: number;
}

/** Where the same words begin in either text, and how many they are. */
export interface Alignment extends Anchor {
  readonly length: number;
}

/** Rows of words, with where each begins; those that stand there twice have no place. */
function listRows(words: readonly Word[]): Map<string, number | undefined> {
  const rows = new Map<string, number | undefined>();
  for (let at = 0; at + ROW <= words.length; at += 1) {
    const row = words
      .slice(at, at + ROW)
      .map(({ key }) => key)
      .join(' ');
    rows.set(row, rows.has(row) ? undefined : at);
  }
  return rows;
}

/** As many of them as rise in both texts. `anchors`: in the order of `after`. */
function keepRising(anchors: readonly Anchor[]): Anchor[] {
  interface Link {
    readonly anchor: Anchor;
    readonly previous: Link | undefined;
  }
  /** The lowest end of a rising row of each length. */
  const ends: Link[] = [];
  for (const anchor of anchors) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as Link).anchor.before < anchor.before) low = middle + 1;
      else high = middle;
    }
    ends[low] = { anchor, previous: ends[low - 1] };
  }
  const kept: Anchor[] = [];
  for (let link = ends.at(-1); link; link = link.previous) kept.push(link.anchor);
  return kept.reverse();
}

/**
 * What two texts surely share, in order and without overlap (after the patience diff of Bram Cohen): what lies between
 * is short, and common words cannot pull apart what stands together.
 */
export function alignWords(before: readonly Word[], after: readonly Word[]): Alignment[] {
  const known = listRows(before);
  const shared: Anchor[] = [];
  for (const [row, at] of listRows(after)) {
    const there = known.get(row);
    if (at !== undefined && there !== undefined) shared.push({ before: there, after: at });
  }
  const isSame = (one: number, other: number): boolean => before[one]?.key === after[other]?.key;
  const aligned: Alignment[] = [];
  let free = { before: 0, after: 0 };
  for (const anchor of keepRising(shared.toSorted((one, other) => one.after - other.after))) {
    let start = anchor;
    if (start.before < free.before || start.after < free.after) continue;
    while (
      start.before > free.before &&
      start.after > free.after &&
      isSame(start.before - 1, start.after - 1)
    )
      start = { before: start.before - 1, after: start.after - 1 };
    let length = anchor.after - start.after + ROW;
    while (start.before + length < before.length && isSame(start.before + length, start.after + length))
      length += 1;
    aligned.push({ ...start, length });
    free = { before: start.before + length, after: start.after + length };
  }
  return aligned;
}
