import type { RuleId } from '#lib/model/decision.ts';
import type { LogWeek } from '#lib/model/log-query.ts';
import type { Role } from '#lib/model/role.ts';

export const WEEK = 7 * 86_400_000;
/** Beyond so many bars nobody tells them apart: weeks become months, and months years. */
const MOST_WEEKS = 26;
const MOST_MONTHS = 48;

/** A stretch of time on a chart, and what its weeks come to. */
export interface Period extends LogWeek {
  readonly unit: 'week' | 'month' | 'year';
}

const add = <Key extends string | number>(
  sums: Partial<Record<Key, number>>,
  more: Partial<Record<Key, number>>,
): Partial<Record<Key, number>> => {
  const found = { ...sums };
  for (const [key, count] of Object.entries(more) as [Key, number][]) found[key] = (found[key] ?? 0) + count;
  return found;
};

const EMPTY = { posts: 0, byRole: {}, bySite: {}, withAi: 0, labelled: 0, overrides: {}, reviewTimes: {} };

export const sumWeeks = (weeks: readonly LogWeek[], start: number): LogWeek =>
  weeks.reduce<LogWeek>(
    (sum, week) => ({
      start,
      posts: sum.posts + week.posts,
      byRole: add<Role>(sum.byRole, week.byRole),
      bySite: add<string>(sum.bySite, week.bySite) as Record<string, number>,
      withAi: sum.withAi + week.withAi,
      labelled: sum.labelled + week.labelled,
      overrides: add<RuleId>(sum.overrides, week.overrides),
      reviewTimes: add<number>(sum.reviewTimes, week.reviewTimes) as Record<number, number>,
    }),
    { start, ...EMPTY },
  );

/** Where the month or year of a week begins: the one that its Monday is in. */
const startOf = (week: number, unit: Period['unit']): number => {
  const date = new Date(week);
  if (unit === 'week') return week;
  return Date.UTC(date.getUTCFullYear(), unit === 'month' ? date.getUTCMonth() : 0, 1);
};

const nextOf = (start: number, unit: Period['unit']): number => {
  const date = new Date(start);
  if (unit === 'week') return start + WEEK;
  return unit === 'month'
    ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
    : Date.UTC(date.getUTCFullYear() + 1, 0, 1);
};

/** Weeks, months or years, whichever fits on a chart; those without a post are there too. Oldest first. */
export const toPeriods = (weeks: readonly LogWeek[]): readonly Period[] => {
  const starts = weeks.map(({ start }) => start);
  if (starts.length === 0) return [];
  const [from, to] = [Math.min(...starts), Math.max(...starts)];
  const span = (to - from) / WEEK + 1;
  const unit = span <= MOST_WEEKS ? 'week' : span <= MOST_MONTHS * 4.35 ? 'month' : 'year';
  const groups = Map.groupBy(weeks, ({ start }) => startOf(start, unit));
  const periods: Period[] = [];
  for (let start = startOf(from, unit); start <= to; start = nextOf(start, unit)) {
    periods.push({ ...sumWeeks(groups.get(start) ?? [], start), unit });
  }
  return periods;
};

/** Milliseconds that half of all reviews took at least, about: times are known by their power of two. */
export const medianOf = (times: LogWeek['reviewTimes']): number | undefined => {
  const counts = Object.entries(times)
    .map(([power, count]) => ({ power: Number(power), count }))
    .sort((a, b) => a.power - b.power);
  const half = counts.reduce((sum, { count }) => sum + count, 0) / 2;
  let below = 0;
  for (const { power, count } of counts) {
    if (below + count >= half && count > 0) return 2 ** power * (1 + (half - below) / count);
    below += count;
  }
  return undefined;
};
