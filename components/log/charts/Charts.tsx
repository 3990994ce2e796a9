import type { LogWeek } from '#lib/model/log-query.ts';
import { useLocale } from '../../ui/locale-context.ts';
import type { Chart, ChartAnswer } from './chart-contract.ts';
import { labelledChart } from './labelled-chart.tsx';
import { overridesChart } from './overrides-chart.tsx';
import { postsChart } from './posts-chart.tsx';
import { reviewChart } from './review-chart.tsx';
import { sitesChart } from './sites-chart.tsx';

const FIRST: readonly Chart[] = [postsChart, labelledChart, sitesChart];
const FURTHER: readonly Chart[] = [reviewChart, overridesChart];

const ChartCard = ({ id, title, picture, head, rows }: ChartAnswer) => {
  const { text } = useLocale();
  return (
    <figure class="chart" aria-labelledby={`chart-${id}`}>
      <figcaption id={`chart-${id}`}>{title}</figcaption>
      {picture}
      {rows.length > 0 && (
        <details class="chart-table">
          <summary>
            {text('chartAsTable')}
            <span class="sr-only">: {title}</span>
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <div class="chart-rows scrolls-sideways" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {head.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([name, ...values]) => (
                  <tr key={name}>
                    <th scope="row" dir="auto">
                      <bdi>{name}</bdi>
                    </th>
                    {values.map((value, at) => (
                      <td key={head[at + 1]}>{value}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </figure>
  );
};

interface ChartsProps {
  weeks: readonly LogWeek[];
  now: number;
  nameOfSite(site: string): string;
}

/** What the whole log comes to: the answers that most people want, and further ones on request. */
export const Charts = ({ weeks, ...rest }: ChartsProps) => {
  const locale = useLocale();
  if (weeks.length === 0) return null;
  const draw = (charts: readonly Chart[]) => (
    <div class="charts-row">
      {charts.map((chart) => {
        const answer = chart(weeks, { locale, ...rest });
        return <ChartCard key={answer.id} {...answer} />;
      })}
    </div>
  );
  return (
    <section class="charts" aria-label={locale.text('chartsTitle')}>
      {draw(FIRST)}
      <details class="charts-more">
        <summary>{locale.text('chartsMore')}</summary>
        {draw(FURTHER)}
      </details>
    </section>
  );
};
