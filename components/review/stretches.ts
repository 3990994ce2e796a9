/** UTF-16 range, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A range that came from somewhere. */
export interface Passage extends Range {
  /** Number of its origin, from 1. */
  origin: number;
}

/** A piece of a text of which one thing is true from beginning to end. */
export interface Stretch extends Range {
  /** A rule pointed at it. */
  found: boolean;
  origin: number | undefined;
}

/** Is this offset inside a character of two units? */
const isWithin = (text: string, offset: number): boolean => (text.codePointAt(offset - 1) ?? 0) > 0xffff;

/** Sorted, within the text, whole characters. */
const tidy = <R extends Range>(ranges: readonly R[], text: string): R[] =>
  ranges
    .map((range) => ({
      ...range,
      start: Math.max(0, range.start),
      end: Math.min(text.length, range.end),
    }))
    .filter(({ start, end }) => start < end)
    .map((range) => ({
      ...range,
      start: range.start - Number(isWithin(text, range.start)),
      end: range.end + Number(isWithin(text, range.end)),
    }))
    .sort((a, b) => a.start - b.start);

/** None touching another. */
const merged = (ranges: readonly Range[]): Range[] => {
  const result: Range[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
};

/** No character in two passages: where they overlap, the one that begins first has it. */
const apart = (passages: readonly Passage[]): Passage[] => {
  const result: Passage[] = [];
  for (const passage of passages) {
    const last = result.at(-1);
    const start = Math.max(passage.start, last?.end ?? 0);
    if (start >= passage.end) continue;
    if (last && last.end === start && last.origin === passage.origin) last.end = passage.end;
    else result.push({ ...passage, start });
  }
  return result;
};

/**
 * Cuts a text where something begins or ends: what rules point at and what came from somewhere may cross. The
 * stretches follow each other without a gap.
 */
export const cutStretches = (
  text: string,
  findings: readonly Range[],
  passages: readonly Passage[],
): Stretch[] => {
  const found = merged(tidy(findings, text));
  const known = apart(tidy(passages, text));
  const cuts = new Set([text.length]);
  for (const { start, end } of [...found, ...known]) cuts.add(start).add(end);
  cuts.delete(0);
  const stretches: Stretch[] = [];
  let [start, atFound, atKnown] = [0, 0, 0];
  for (const end of [...cuts].sort((a, b) => a - b)) {
    while ((found[atFound]?.end ?? Infinity) <= start) atFound += 1;
    while ((known[atKnown]?.end ?? Infinity) <= start) atKnown += 1;
    const passage = known[atKnown];
    stretches.push({
      start,
      end,
      found: (found[atFound]?.start ?? Infinity) <= start,
      origin: passage && passage.start <= start ? passage.origin : undefined,
    });
    start = end;
  }
  return stretches;
};
