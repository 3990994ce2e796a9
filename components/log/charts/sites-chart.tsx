import { BarList, greatest } from './BarList.tsx';
import type { Chart } from './chart-contract.ts';
import { countWords } from './chart-words.ts';
import { sumWeeks } from './periods.ts';

const MOST = 5;

/** Where posts go. */
export const sitesChart: Chart = (weeks, { locale, nameOfSite }) => {
  const { text } = locale;
  const { bySite } = sumWeeks(weeks, 0);
  const words = (count: number): string => countWords(locale, count);
  const other = (count: number): string => text('chartOthers', words(count));
  const bars = greatest(bySite, MOST, nameOfSite, other);
  const [first] = bars;
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  const title = first
    ? text('chartSites', first.name, words(first.count), words(total))
    : text('chartSitesNone');
  return {
    id: 'sites',
    title,
    picture: first && <BarList title={title} locale={locale} bars={bars} />,
    head: [text('columnSite'), text('chartAllPosts')],
    rows: greatest(bySite, Number.POSITIVE_INFINITY, nameOfSite, other).map(({ name, count }) => [
      name,
      words(count),
    ]),
  };
};
