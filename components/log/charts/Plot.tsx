import { scaleBand, scaleLinear } from 'd3-scale';
import type { ComponentChildren } from 'preact';
import type { Locale } from '#lib/i18n/locale.ts';
import { periodWords } from './chart-words.ts';
import type { Period } from './periods.ts';

/** Units of the drawing, which is as wide as its place. */
export const PLOT = { width: 320, height: 124, top: 10, bottom: 18, start: 40, end: 8, widest: 40 } as const;

export interface PlotScales {
  /** Left edge of a period. */
  x(period: Period): number;
  y(value: number): number;
  band: number;
}

interface PlotProps {
  title: string;
  locale: Locale;
  periods: readonly Period[];
  /** Greatest value. */
  most: number;
  /** Values with a line, from the bottom up. */
  ticks: readonly number[];
  tickWords(value: number): string;
  /** Below the plot: how high it is, and what stands there. */
  below?: { height: number; children: ComponentChildren };
  children(scales: PlotScales): ComponentChildren;
}

/** Time from one side to the other as the language reads, amounts from the bottom up. */
export const Plot = ({ title, locale, periods, most, ticks, tickWords, below, children }: PlotProps) => {
  const isRtl = locale.dir === 'rtl';
  const [near, far] = [PLOT.start, PLOT.width - PLOT.end];
  const x = scaleBand<number>()
    .domain(periods.map(({ start }) => start))
    .range(isRtl ? [PLOT.width - PLOT.start, PLOT.end] : [near, far])
    .paddingInner(0.25)
    .paddingOuter(0.1);
  const y = scaleLinear()
    .domain([0, Math.max(most, 1e-9)])
    .range([PLOT.height - PLOT.bottom, PLOT.top]);
  const band = Math.min(x.bandwidth(), PLOT.widest);
  const leftOf = ({ start }: Period): number => (x(start) ?? 0) + (x.bandwidth() - band) / 2;
  const height = PLOT.height + (below?.height ?? 0);
  const edges = periods.length < 2 ? periods : [periods[0] as Period, periods.at(-1) as Period];
  const anchorOf = (at: number): string => {
    if (edges.length === 1) return 'middle';
    return (at === 0) === isRtl ? 'end' : 'start';
  };
  const placeOf = (period: Period, at: number): number => {
    const left = x(period.start) ?? 0;
    if (edges.length === 1) return left + x.bandwidth() / 2;
    return (at === 0) === isRtl ? left + x.bandwidth() : left;
  };
  return (
    <svg
      class="chart-picture"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${PLOT.width} ${height}`}
      role="img"
      aria-label={title}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            class="chart-line"
            x1={isRtl ? PLOT.end : near}
            x2={isRtl ? PLOT.width - PLOT.start : far}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text
            class="chart-words"
            x={isRtl ? PLOT.width - PLOT.start + 6 : near - 6}
            y={y(tick) + 4}
            text-anchor={isRtl ? 'start' : 'end'}
          >
            {tickWords(tick)}
          </text>
        </g>
      ))}
      {edges.map((period, at) => (
        <text
          key={period.start}
          class="chart-words"
          x={at === 1 && !isRtl ? far : at === 1 && isRtl ? PLOT.end : placeOf(period, at)}
          y={PLOT.height - 4}
          text-anchor={at === 1 ? (isRtl ? 'start' : 'end') : anchorOf(at)}
        >
          {periodWords(locale, period)}
        </text>
      ))}
      {children({ x: leftOf, y: (value) => y(value), band })}
      {below && <g transform={`translate(0 ${PLOT.height})`}>{below.children}</g>}
    </svg>
  );
};
