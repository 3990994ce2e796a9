import type { Chart } from './chart-contract.ts';
import { countWords, durationWords, periodWords } from './chart-words.ts';
import { LinePlot } from './LinePlot.tsx';
import { medianOf, sumWeeks, toPeriods } from './periods.ts';

/** How long people look before they approve. */
export const reviewChart: Chart = (weeks, { locale }) => {
  const { text, language } = locale;
  const periods = toPeriods(weeks);
  const median = medianOf(sumWeeks(weeks, 0).reviewTimes);
  const medians = periods.flatMap(({ reviewTimes }) => medianOf(reviewTimes) ?? []);
  const most = Math.max(1000, ...medians);
  const title =
    median === undefined ? text('chartReviewNone') : text('chartReview', durationWords(locale, median));
  const short = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: most < 90_000 ? 'second' : 'minute',
    unitDisplay: 'narrow',
    maximumSignificantDigits: 2,
  });
  return {
    id: 'review',
    title,
    picture:
      median === undefined ? undefined : (
        <LinePlot
          title={title}
          locale={locale}
          periods={periods}
          most={most}
          ticks={[0, most]}
          tickWords={(time) => short.format(time / (most < 90_000 ? 1000 : 60_000))}
          readValue={({ reviewTimes }) => medianOf(reviewTimes)}
        />
      ),
    head: [text('chartPeriod'), text('chartReviews'), text('chartMedian')],
    rows: periods.map((period) => {
      const time = medianOf(period.reviewTimes);
      const reviews = Object.values(period.reviewTimes).reduce((sum, count) => sum + count, 0);
      return [
        periodWords(locale, period),
        countWords(locale, reviews),
        time === undefined ? '–' : durationWords(locale, time),
      ];
    }),
  };
};
