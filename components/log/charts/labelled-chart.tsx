import type { Chart } from './chart-contract.ts';
import { countWords, dateWords, periodWords } from './chart-words.ts';
import { LinePlot } from './LinePlot.tsx';
import { type Period, sumWeeks, toPeriods, WEEK } from './periods.ts';

const LATELY = 4 * WEEK;

const shareOf = ({ withAi, labelled }: Period): number | undefined =>
  withAi === 0 ? undefined : labelled / withAi;

/** How much of what went out with AI in it was labelled. */
export const labelledChart: Chart = (weeks, { locale, now }) => {
  const { text, language } = locale;
  const periods = toPeriods(weeks);
  const start = periods[0]?.start ?? 0;
  const all = sumWeeks(weeks, start);
  const lately = sumWeeks(
    weeks.filter((week) => week.start > now - LATELY && week.start <= now),
    start,
  );
  const words = (count: number): string => countWords(locale, count);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const title =
    lately.withAi > 0
      ? text('chartLabelledLately', words(lately.labelled), words(lately.withAi))
      : all.withAi > 0
        ? text('chartLabelled', words(all.labelled), words(all.withAi), dateWords(locale, start))
        : text('chartLabelledNone');
  return {
    id: 'labelled',
    title,
    picture:
      all.withAi === 0 ? undefined : (
        <LinePlot
          title={title}
          locale={locale}
          periods={periods}
          most={1}
          ticks={[0, 0.5, 1]}
          tickWords={(share) => percent.format(share)}
          readValue={shareOf}
        />
      ),
    head: [text('chartPeriod'), text('chartWithAi'), text('chartWithLabel'), text('chartShare')],
    rows: periods.map((period) => {
      const share = shareOf(period);
      return [
        periodWords(locale, period),
        words(period.withAi),
        words(period.labelled),
        share === undefined ? '–' : percent.format(share),
      ];
    }),
  };
};
