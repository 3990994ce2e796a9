import { stack } from 'd3-shape';
import type { Role } from '#lib/model/role.ts';
import { ROLE_ORDER, ROLE_WORDS } from '../../roles.ts';
import type { Chart } from './chart-contract.ts';
import { countWords, dateWords, periodWords } from './chart-words.ts';
import { Plot } from './Plot.tsx';
import { type Period, sumWeeks, toPeriods } from './periods.ts';
import { fillOf, RolePatterns } from './role-patterns.tsx';

const WIDTH = 320;
const LEGEND_LINE = 17;
/** Units that a letter of the legend takes at most, and its sign. */
const LETTER = 6.2;
const SIGN = 26;

/** How many posts there were, by role. */
export const postsChart: Chart = (weeks, { locale }) => {
  const { text, dir } = locale;
  const periods = toPeriods(weeks);
  const all = sumWeeks(weeks, periods[0]?.start ?? 0);
  const withAi = ROLE_ORDER.reduce((sum, role) => sum + (role === 'none' ? 0 : (all.byRole[role] ?? 0)), 0);
  const roles = ROLE_ORDER.filter((role) => (all.byRole[role] ?? 0) > 0);
  const words = (count: number): string => countWords(locale, count);
  const title = text('chartPosts', words(withAi), words(all.posts), dateWords(locale, all.start));
  const most = Math.max(...periods.map(({ posts }) => posts));
  const layers = stack<Period, Role>()
    .keys(roles)
    .value(({ byRole }, role) => byRole[role] ?? 0)(periods);
  const legend = roles.map((role) => `${text(ROLE_WORDS[role].short)} ${words(all.byRole[role] ?? 0)}`);
  const longest = Math.max(0, ...legend.map(({ length }) => length));
  const columns = Math.min(3, Math.max(1, Math.floor(WIDTH / (longest * LETTER + SIGN))));
  const place = (at: number): number => {
    const left = (at % columns) * (WIDTH / columns);
    return dir === 'rtl' ? WIDTH - left - 16 : left + 4;
  };
  return {
    id: 'posts',
    title,
    picture: (
      <Plot
        title={title}
        locale={locale}
        periods={periods}
        most={most}
        ticks={[0, most]}
        tickWords={words}
        below={{
          height: Math.ceil(roles.length / columns) * LEGEND_LINE + 4,
          children: roles.map((role, at) => {
            const y = Math.floor(at / columns) * LEGEND_LINE;
            return (
              <g key={role}>
                <rect class="chart-bar" x={place(at)} y={y + 3} width="12" height="12" fill={fillOf(role)} />
                <text
                  class="chart-words"
                  x={dir === 'rtl' ? place(at) - 5 : place(at) + 17}
                  y={y + 13}
                  text-anchor={dir === 'rtl' ? 'end' : 'start'}
                >
                  {legend[at]}
                </text>
              </g>
            );
          }),
        }}
      >
        {({ x, y, band }) => (
          <>
            <RolePatterns />
            {layers.map((layer) =>
              layer.map((part) => (
                <rect
                  key={`${layer.key} ${part.data.start}`}
                  class="chart-bar"
                  x={x(part.data)}
                  width={band}
                  y={y(part[1])}
                  height={y(part[0]) - y(part[1])}
                  fill={fillOf(layer.key)}
                />
              )),
            )}
          </>
        )}
      </Plot>
    ),
    head: [text('chartPeriod'), ...roles.map((role) => text(ROLE_WORDS[role].short)), text('chartAllPosts')],
    rows: periods.map((period) => [
      periodWords(locale, period),
      ...roles.map((role) => words(period.byRole[role] ?? 0)),
      words(period.posts),
    ]),
  };
};
