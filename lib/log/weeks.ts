import type { LogFacets, LogWeek } from '#lib/model/log-query.ts';
import { isWithin } from './cards.ts';
import { type CatalogueView, findShelves } from './catalogue-view.ts';
import type { TallyRow } from './database.ts';
import { EVERY, tallyOf } from './shelves.ts';

type Counts = Readonly<Record<string, number>>;

/** Posts that began in a period, on some sites; a missing member does not narrow. */
export interface WeeksChoice {
  /** Milliseconds since 1970; `until` is past the end. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  /** Site ids. */
  readonly sites?: readonly string[] | undefined;
}

function addUp(view: Pick<CatalogueView, 'tallies'>): [start: number, counts: Counts][] {
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
export const weeksOf = (view: Pick<CatalogueView, 'tallies'>): LogWeek[] =>
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

/** Every week in which a chosen post began, oldest first. The whole log is counted already; of a part, each post is looked at. */
export async function weeksIn(view: CatalogueView, choice: WeeksChoice): Promise<LogWeek[]> {
  const { from, until, sites } = choice;
  if (from === undefined && until === undefined && sites === undefined) return weeksOf(view);
  const period = { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
  const wanted = sites?.map((site) => `site=${site}`);
  const tallies: TallyRow[] = [];
  for (const { shelf } of findShelves(view, period, {})) {
    const cards = await view.cardsOf(shelf);
    const chosen = cards.filter(
      ({ time, tags }) => isWithin(time, period) && (!wanted || wanted.some((tag) => tags.includes(tag))),
    );
    tallies.push(tallyOf(shelf, chosen));
  }
  return weeksOf({ tallies });
}

/** In alphabetical order, whatever the language. */
export function facetsOf({ tallies }: Pick<CatalogueView, 'tallies'>): LogFacets {
  const names = new Set<string>();
  for (const tally of tallies) for (const name of tally.names) names.add(name);
  const valuesOf = (facet: string): string[] => {
    const head = `${facet}=`;
    const found = [...names].filter((name) => name.startsWith(head));
    return found.map((name) => name.slice(head.length)).sort();
  };
  return { sites: valuesOf('site'), identities: valuesOf('identity'), policies: valuesOf('policy') };
}
