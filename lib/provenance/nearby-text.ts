import type { Span } from '../model/decision.ts';

/** An edit close to the end of a passage hides up to a window of unchanged words behind it. UTF-16 code units. */
const MARGIN = 80;
/** A gap between two passages up to this is likely one of them, written anew. UTF-16 code units. */
const GAP = 400;

type Range = Pick<Span, 'start' | 'end'>;

/** Where sentences begin and end, ascending. */
const listEdges = (text: string): number[] => [
  ...Array.from(
    new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text),
    ({ index }) => index,
  ),
  text.length,
];

/** All sentences that begin or end within the margin; at least the one that the passage begins or ends in. */
const widen = ({ start, end }: Range, edges: readonly number[], taken: readonly Range[]): Range => {
  const lowest = Math.max(0, ...taken.filter((range) => range.end <= start).map((range) => range.end));
  const highest = Math.min(
    edges.at(-1) ?? end,
    ...taken.filter((range) => range.start >= end).map((range) => range.start),
  );
  const from = edges.find((edge) => edge >= start - MARGIN && edge <= start);
  const to = edges.findLast((edge) => edge <= end + MARGIN && edge >= end);
  return {
    start: Math.max(lowest, from ?? edges.findLast((edge) => edge <= start) ?? 0),
    end: Math.min(highest, to ?? edges.find((edge) => edge >= end) ?? end),
  };
};

/**
 * What of a draft is to be compared with a generation: the sentences in and around its passages, joined where they are
 * close. All else in the draft has nothing to do with it, and compared with it would share a word here and there.
 * `texts`: the parts of the draft; `taken`: passages of other generations.
 */
export function listNearby(
  texts: readonly string[],
  passages: readonly Span[],
  taken: readonly Span[],
): string[] {
  return texts.flatMap((text, part) => {
    const here = (spans: readonly Span[]): Span[] =>
      spans.filter((span) => span.part === part).toSorted((one, other) => one.start - other.start);
    const own = here(passages);
    if (own.length === 0) return [];
    const others = here(taken);
    const edges = listEdges(text);
    const ranges: Range[] = [];
    for (const passage of own) {
      const range = widen(passage, edges, others);
      const last = ranges.at(-1);
      const isClose =
        last !== undefined &&
        range.start - last.end <= GAP &&
        !others.some(({ start, end }) => start >= last.end && end <= range.start);
      if (isClose) last.end = Math.max(last.end, range.end);
      else ranges.push(range);
    }
    return ranges.map(({ start, end }) => text.slice(start, end));
  });
}
