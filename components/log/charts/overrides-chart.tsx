import { textForCode } from '../../ui/text-for-code.ts';
import { BarList, greatest } from './BarList.tsx';
import type { Chart } from './chart-contract.ts';
import { countWords } from './chart-words.ts';
import { sumWeeks } from './periods.ts';

const MOST = 5;

/** Which rules people let posts go against. */
export const overridesChart: Chart = (weeks, { locale }) => {
  const { text } = locale;
  const words = (count: number): string => countWords(locale, count);
  const { overrides } = sumWeeks(weeks, 0);
  const bars = greatest(
    overrides as Record<string, number>,
    MOST,
    (rule) => textForCode(text, 'rule_', rule, [], rule),
    (count) => text('chartOthers', words(count)),
  );
  const [first] = bars;
  const title = first ? text('chartOverrides', first.name, words(first.count)) : text('chartOverridesNone');
  return {
    id: 'overrides',
    title,
    picture: first && <BarList title={title} locale={locale} bars={bars} />,
    head: [text('filterRule'), text('chartAllPosts')],
    rows: bars.map(({ name, count }) => [name, words(count)]),
  };
};
