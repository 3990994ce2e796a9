import type { Span } from '../model/decision.ts';
import type { Match, Provenance } from './contract.ts';
import type { DraftText, DraftTextPart } from './draft-text.ts';
import type { Run } from './find-runs.ts';

const permille = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.min(1000, Math.round((part * 1000) / whole));

const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, { start, end }) => sum + end - start, 0);

const isContinued = (run: Run, before: Run | undefined): before is Run =>
  before?.end === run.start && before.generation === run.generation;

/** Where the runs stand in the texts of the draft. What was taken apart from one character belongs to the first run. */
function readSpans(draft: DraftText, runs: readonly Run[]): Map<number, Span[]> {
  const spans = new Map<number, Span[]>();
  let place = 0;
  let last: Span | undefined;
  for (const [index, run] of runs.entries()) {
    while ((draft.parts[place] as DraftTextPart).end <= run.start) place += 1;
    const { part } = draft.parts[place] as DraftTextPart;
    const taken = last?.part === part ? last.end : 0;
    const start = Math.max(draft.starts[run.start] as number, taken);
    const end = draft.ends[run.end - 1] as number;
    if (start >= end) continue;
    const its = spans.get(run.generation) ?? [];
    spans.set(run.generation, its);
    const before = last?.part === part && isContinued(run, runs[index - 1]) ? its.pop() : undefined;
    last = { part, start: before?.start ?? start, end };
    its.push(last);
  }
  return spans;
}

/** Units of the generation that these runs take, each once. */
function countKept(runs: readonly Run[]): number {
  let kept = 0;
  let end = 0;
  for (const run of runs.toSorted((a, b) => a.start + a.offset - (b.start + b.offset))) {
    const from = Math.max(end, run.start + run.offset);
    const to = run.end + run.offset;
    kept += Math.max(0, to - from);
    end = Math.max(end, to);
  }
  return kept;
}

/** Length in letters of the longest passage of one generation without a break. */
function findLongest({ letters }: DraftText, runs: readonly Run[]): number {
  let longest = 0;
  let start = 0;
  for (const [index, run] of runs.entries()) {
    if (!isContinued(run, runs[index - 1])) start = run.start;
    longest = Math.max(longest, (letters[run.end] as number) - (letters[start] as number));
  }
  return Math.round(longest);
}

/** `runs` in order and without overlap; `lengths` of their generations. */
export function readMatches(
  draft: DraftText,
  runs: readonly Run[],
  lengths: ReadonlyMap<number, number>,
): Provenance {
  const byGeneration = Map.groupBy(runs, ({ generation }) => generation);
  const matches = [...readSpans(draft, runs)].map(([generation, spans]): Match => {
    const its = byGeneration.get(generation) ?? [];
    return {
      generation,
      spans,
      share: permille(lengthOf(its), draft.units.length),
      kept: permille(countKept(its), lengths.get(generation) ?? 0),
    };
  });
  return {
    matches: matches.sort((a, b) => b.share - a.share || b.generation - a.generation),
    share: permille(lengthOf(runs), draft.units.length),
    longest: findLongest(draft, runs),
  };
}
