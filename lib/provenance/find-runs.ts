import type { Posting } from './contract.ts';
import type { DraftText } from './draft-text.ts';
import { gramSize } from './gram-size.ts';
import { NO_GRAM } from './hash-grams.ts';

/** A passage of the draft that stands in a generation, character by character. */
export interface Run {
  readonly generation: number;
  /** Units of the draft. */
  readonly start: number;
  readonly end: number;
  /** What is added to a place in the draft for the place in the generation. */
  readonly offset: number;
}

/** Shortest run, in letters. More than one gram: a single hash of 32 bits is met by chance. */
export const SHORTEST_RUN = 30;

/** In more generations than this a gram is a stock phrase. */
const MANY_GENERATIONS = 4;

/** A run of this many letters is no stock phrase, however often the answer was given. */
const LONGER_THAN_A_PHRASE = 72;

/** Places where draft and index meet that are looked at. Only text built for it has more; the oldest go first. */
const MOST_MEETINGS = 1_000_000;

/** Beyond any length of a text, so that a place and a diagonal fit into one exact number. */
const BEYOND = 2 ** 24;

const isCommon = (postings: readonly Posting[]): boolean =>
  new Set(postings.map(({ generation }) => generation)).size > MANY_GENERATIONS;

/** For each generation the meetings with it: diagonal and place in the draft as one number. */
function findMeetings(
  { grams: { hashes, sizes } }: DraftText,
  found: ReadonlyMap<number, readonly Posting[]>,
): Map<number, number[]> {
  const places: number[] = [];
  for (let at = 0; at < hashes.length; at += 1) {
    if (sizes[at] !== NO_GRAM && found.has(hashes[at] as number)) places.push(at);
  }
  const each = Math.max(1, Math.floor(MOST_MEETINGS / places.length));
  const newest = new Map<number, readonly Posting[]>();
  for (const [hash, postings] of found) {
    const isTooMany = postings.length > each;
    newest.set(
      hash,
      isTooMany ? postings.toSorted((a, b) => b.generation - a.generation).slice(0, each) : postings,
    );
  }

  const meetings = new Map<number, number[]>();
  for (const at of places) {
    for (const { generation, position } of newest.get(hashes[at] as number) ?? []) {
      const meeting = (position - at + BEYOND) * BEYOND + at;
      const known = meetings.get(generation);
      if (known) known.push(meeting);
      else meetings.set(generation, [meeting]);
    }
  }
  return meetings;
}

/** Letters under grams that come in order. */
function createCover({ letters }: DraftText) {
  let sum = 0;
  let to = 0;
  return {
    add(start: number, end: number): void {
      if (end <= to) return;
      sum += (letters[end] as number) - (letters[Math.max(start, to)] as number);
      to = end;
    },
    letters: () => sum,
  };
}

/**
 * All runs that say something. Grams on one diagonal (same distance between their places in draft and generation)
 * that touch or overlap are one run: every character of it is in a gram that was found, so it is exact. Inside a
 * shared passage stored grams lie no further apart than a window, which is less than a gram, so a passage is never
 * torn; at each end up to w - 1 characters of it can be missing.
 *
 * Left out: runs of nothing but stock phrases.
 */
export function findRuns(draft: DraftText, found: ReadonlyMap<number, readonly Posting[]>): Run[] {
  const { hashes, sizes } = draft.grams;
  const common = new Set<number>();
  for (const [hash, postings] of found) if (isCommon(postings)) common.add(hash);

  const runs: Run[] = [];
  for (const [generation, meetings] of findMeetings(draft, found)) {
    const sorted = Float64Array.from(meetings).sort();
    let next = 0;
    while (next < sorted.length) {
      const start = (sorted[next] as number) % BEYOND;
      const diagonal = (sorted[next] as number) - start;
      let end = start;
      let grams = 0;
      const telling = createCover(draft);
      for (; next < sorted.length; next += 1) {
        const at = (sorted[next] as number) - diagonal;
        if (at > end || at >= BEYOND) break;
        const gramEnd = at + gramSize(sizes[at] as number).k;
        end = Math.max(end, gramEnd);
        grams += 1;
        if (!common.has(hashes[at] as number)) telling.add(at, gramEnd);
      }
      const length = (draft.letters[end] as number) - (draft.letters[start] as number);
      const isTelling = telling.letters() >= SHORTEST_RUN || length >= LONGER_THAN_A_PHRASE;
      if (grams > 1 && isTelling) runs.push({ generation, start, end, offset: diagonal / BEYOND - BEYOND });
    }
  }
  return runs;
}
