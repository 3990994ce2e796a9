import { scaleLinear } from 'd3-scale';
import type { Locale } from '#lib/i18n/locale.ts';
import { countWords } from './chart-words.ts';

export interface Bar {
  name: string;
  count: number;
}

const WIDTH = 320;
const LINE = 31;
const ROOM = 44;
const LONGEST = 46;

const shorten = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);

/** The greatest first; what is too many for a picture is one bar. */
export const greatest = (
  counts: Readonly<Record<string, number>>,
  most: number,
  nameOf: (key: string) => string,
  others: (count: number) => string,
): Bar[] => {
  const bars = Object.entries(counts)
    .map(([key, count]) => ({ name: nameOf(key), count }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  if (bars.length <= most) return bars;
  const rest = bars.slice(most - 1);
  const count = rest.reduce((sum, bar) => sum + bar.count, 0);
  return [...bars.slice(0, most - 1), { name: others(rest.length), count }];
};

/** Amounts under their names: nothing has to be told apart by colour. */
export const BarList = ({ title, locale, bars }: { title: string; locale: Locale; bars: readonly Bar[] }) => {
  const isRtl = locale.dir === 'rtl';
  const length = scaleLinear()
    .domain([0, Math.max(...bars.map(({ count }) => count))])
    .range([2, WIDTH - ROOM - 8]);
  const at = (x: number): number => (isRtl ? WIDTH - x : x);
  return (
    <svg
      class="chart-picture"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${bars.length * LINE + 4}`}
      role="img"
      aria-label={title}
    >
      {bars.map(({ name, count }, index) => (
        <g key={name} transform={`translate(0 ${index * LINE})`}>
          <text class="chart-words" x={at(4)} y="12" text-anchor={isRtl ? 'end' : 'start'}>
            {shorten(name)}
          </text>
          <rect
            class="chart-amount"
            x={isRtl ? WIDTH - 4 - length(count) : 4}
            y="16"
            width={length(count)}
            height="11"
            rx="2"
          />
          <text
            class="chart-words strong"
            x={at(length(count) + 10)}
            y="26"
            text-anchor={isRtl ? 'end' : 'start'}
          >
            {countWords(locale, count)}
          </text>
        </g>
      ))}
    </svg>
  );
};
