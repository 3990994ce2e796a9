import { line } from 'd3-shape';
import type { Locale } from '#lib/i18n/locale.ts';
import { Plot } from './Plot.tsx';
import type { Period } from './periods.ts';

interface LinePlotProps {
  title: string;
  locale: Locale;
  periods: readonly Period[];
  most: number;
  ticks: readonly number[];
  tickWords(value: number): string;
  /** Nothing where there is nothing to say of a period: the line breaks there. */
  readValue(period: Period): number | undefined;
}

/** One value over time, with a point at each. */
export const LinePlot = ({ readValue, ...plot }: LinePlotProps) => (
  <Plot {...plot}>
    {({ x, y, band }) => {
      const middle = (period: Period): number => x(period) + band / 2;
      const path = line<Period>()
        .defined((period) => readValue(period) !== undefined)
        .x(middle)
        .y((period) => y(readValue(period) ?? 0))([...plot.periods]);
      return (
        <>
          {path !== null && <path class="chart-curve" d={path} />}
          {plot.periods.map((period) => {
            const value = readValue(period);
            return (
              value !== undefined && (
                <circle key={period.start} class="chart-point" cx={middle(period)} cy={y(value)} r="3.5" />
              )
            );
          })}
        </>
      );
    }}
  </Plot>
);
