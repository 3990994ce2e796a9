import type { DraftText, DraftTextPart } from './draft-text.ts';
import type { Run } from './find-runs.ts';
import { gramSize, gramSizeOf } from './gram-size.ts';

/** Ends a sentence or a line. */
const SENTENCE_END = /[\n.!?。！？…]/u;

/** What stands in the draft before a unit, after the one before it; nothing where both belong to one word. */
const gapBefore = ({ starts, ends }: DraftText, { text, start }: DraftTextPart, at: number): string =>
  text.slice(at === start ? 0 : ends[at - 1], starts[at]);

/**
 * Moves the ends of runs outwards by less than a window, the most by which they can be too short: to the end of the
 * generation if that is in reach, else to the end of the sentence, else of the word. That much is likely, not certain;
 * nothing is taken from another run or from what `isTaken`.
 */
export function widen(
  draft: DraftText,
  runs: readonly Run[],
  isTaken: Uint8Array,
  lengths: ReadonlyMap<number, number>,
): Run[] {
  let place = 0;
  let before = 0;
  return runs.map((run, index) => {
    while ((draft.parts[place] as DraftTextPart).end <= run.start) place += 1;
    const part = draft.parts[place] as DraftTextPart;
    const lowest = Math.max(part.start, before);
    const highest = Math.min(part.end, runs[index + 1]?.start ?? part.end);

    const isEdge = (at: number) => at === part.start || at === part.end;
    const isAtSentence = (at: number) => isEdge(at) || SENTENCE_END.test(gapBefore(draft, part, at));
    const isAtWord = (at: number) => isEdge(at) || gapBefore(draft, part, at) !== '';

    /** `inside`: the outermost unit of the run. */
    const reach = (from: number, step: 1 | -1, inside: number, generationEnd: number): number => {
      const { w } = gramSize(gramSizeOf(draft.units[inside] as number));
      const candidates = [from];
      for (let at = from; candidates.length < w; at += step) {
        const crossed = step > 0 ? at : at - 1;
        if (crossed < lowest || crossed >= highest || isTaken[crossed]) break;
        candidates.push(at + step);
      }
      const isWhole = (at: number) => at === generationEnd && isAtWord(at);
      const goals = [isWhole, isAtSentence, isAtWord];
      return goals.map((isGoal) => candidates.find(isGoal)).find((at) => at !== undefined) ?? from;
    };

    const start = reach(run.start, -1, run.start, -run.offset);
    const end = reach(run.end, 1, run.end - 1, (lengths.get(run.generation) ?? 0) - run.offset);
    before = end;
    return { ...run, start, end };
  });
}
