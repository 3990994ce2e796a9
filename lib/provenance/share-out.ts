import type { DraftText } from './draft-text.ts';
import { type Run, SHORTEST_RUN } from './find-runs.ts';
import { leaveOutOwn } from './own-words.ts';

/**
 * Gives each unit of the draft to one generation at most: to that of the longer run, then to the newer. What is left of
 * a run that another has taken from is one again if it is long enough. The person's own words are nobody's. In order.
 */
export function shareOut(draft: DraftText, runs: readonly Run[], isOwn: Uint8Array): Run[] {
  const { letters } = draft;
  const isTaken = new Uint8Array(draft.units.length);
  const pieces: Run[] = [];
  const ranked = runs.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || b.generation - a.generation || a.start - b.start,
  );
  for (const run of ranked) {
    let at = run.start;
    while (at < run.end) {
      const start = at;
      const state = isTaken[at];
      while (at < run.end && isTaken[at] === state) at += 1;
      if (state || (letters[at] as number) - (letters[start] as number) < SHORTEST_RUN) continue;
      isTaken.fill(1, start, at);
      for (const stretch of leaveOutOwn(draft, { start, end: at }, isOwn)) {
        pieces.push({ ...run, ...stretch });
      }
    }
  }
  return pieces.sort((a, b) => a.start - b.start);
}
