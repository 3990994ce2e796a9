import type { LogFacets, LogWeek } from '#lib/model/log-query.ts';
import type { CatalogueView } from './catalogue-view.ts';
import { EVERY } from './shelves.ts';

type Counts = Readonly<Record<string, number>>;

function addUp(view: CatalogueView): [start: number, counts: Counts][] {
  const sums = new Map<number, Map<string, number>>();
  for (const { weeks, names, counts } of view.tallies) {
    for (const [row, start] of weeks.entries()) {
      const sum = sums.get(start) ?? new Map<string, number>();
      sums.set(start, sum);
      for (const [place, name] of names.entries()) {
        const count = counts[row * names.length + place] ?? 0;
        if (count > 0) sum.set(name, (sum.get(name) ?? 0) + count);
      }
    }
  }
  return Array.from(sums, ([start, sum]): [number, Counts] => [start, Object.fromEntries(sum)]).sort(
    ([a], [b]) => a - b,
  );
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
  const names = new Set<string>();
  for (const tally of tallies) for (const name of tally.names) names.add(name);
  const valuesOf = (facet: string): string[] => {
    const head = `${facet}=`;
    const found = [...names].filter((name) => name.startsWith(head));
    return found.map((name) => name.slice(head.length)).sort();
  };
  return { sites: valuesOf('site'), identities: valuesOf('identity'), policies: valuesOf('policy') };
}
