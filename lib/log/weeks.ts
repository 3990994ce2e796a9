import type { LogFacets, LogWeek } from '#lib/model/log-query.ts';
import type { CatalogueView } from './catalogue-view.ts';
import { EVERY } from './shelves.ts';

type Counts = Readonly<Record<string, number>>;

function addUp(view: CatalogueView): [start: number, counts: Counts][] {
  const weeks = new Map<number, Record<string, number>>();
  for (const { start, counts } of view.tallies.flatMap((tally) => tally.weeks)) {
    const sums = weeks.get(start) ?? {};
    for (const [tag, count] of Object.entries(counts)) sums[tag] = (sums[tag] ?? 0) + count;
    weeks.set(start, sums);
  }
  return [...weeks].sort(([a], [b]) => a - b);
}

/** What is counted of one facet, by value. */
function ofFacet<Value extends string | number>(counts: Counts, facet: string): Record<Value, number> {
  const head = `${facet}=`;
  const found = Object.entries(counts).filter(([tag]) => tag.startsWith(head));
  return Object.fromEntries(found.map(([tag, count]) => [tag.slice(head.length), count])) as Record<
    Value,
    number
  >;
}

/** Every week in which a post began, oldest first. */
export const weeksOf = (view: CatalogueView): LogWeek[] =>
  addUp(view).map(([start, counts]) => ({
    start,
    posts: counts[EVERY] ?? 0,
    byRole: ofFacet(counts, 'role'),
    bySite: ofFacet(counts, 'site'),
    withAi: counts['let=ai'] ?? 0,
    labelled: counts['let=labelled'] ?? 0,
    overrides: ofFacet(counts, 'against'),
    reviewTimes: ofFacet<number>(counts, 'review'),
  }));

/** In alphabetical order, whatever the language. */
export function facetsOf({ tallies }: CatalogueView): LogFacets {
  const counts: Counts = Object.assign(
    {},
    ...tallies.flatMap(({ weeks }) => weeks.map((week) => week.counts)),
  );
  const valuesOf = (facet: string): string[] => Object.keys(ofFacet(counts, facet)).sort();
  return { sites: valuesOf('site'), identities: valuesOf('identity'), policies: valuesOf('policy') };
}
