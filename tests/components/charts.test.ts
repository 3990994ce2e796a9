import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Chart } from '#components/log/charts/chart-contract.ts';
import { labelledChart } from '#components/log/charts/labelled-chart.tsx';
import { overridesChart } from '#components/log/charts/overrides-chart.tsx';
import { medianOf, toPeriods } from '#components/log/charts/periods.ts';
import { postsChart } from '#components/log/charts/posts-chart.tsx';
import { reviewChart } from '#components/log/charts/review-chart.tsx';
import { sitesChart } from '#components/log/charts/sites-chart.tsx';
import { catalogueText } from '#lib/i18n/catalogue-text.ts';
import type { LogWeek } from '#lib/model/log-query.ts';
import english from '../../assets/public/_locales/en/messages.json';

const WEEK = 7 * 86_400_000;
const MONDAY = Date.UTC(2026, 10, 2);
const week = (at: number, more: Partial<LogWeek> = {}): LogWeek => ({
  start: MONDAY + at * WEEK,
  posts: 2,
  byRole: { none: 1, coauthored: 1 },
  bySite: { x: 2 },
  withAi: 1,
  labelled: 1,
  overrides: {},
  reviewTimes: {},
  ...more,
});
const context = {
  locale: { text: catalogueText(english), language: 'en', dir: 'ltr' as const },
  now: MONDAY + 2 * WEEK,
  nameOfSite: (site: string) => site.toUpperCase(),
};
const titleOf = (chart: Chart, weeks: readonly LogWeek[]): string => chart(weeks, context).title;

describe('stretches of time on a chart', () => {
  it('are weeks, those without a post too', () => {
    const periods = toPeriods([week(0), week(3)]);
    expect(periods.map(({ unit, posts }) => [unit, posts])).toEqual([
      ['week', 2],
      ['week', 0],
      ['week', 0],
      ['week', 2],
    ]);
  });

  it.each([
    [26, 'week', 26],
    [27, 'month', 7],
    [200, 'month', 46],
    [1000, 'year', 20],
  ])('%i weeks are shown by the %s', (count, unit, bars) => {
    const periods = toPeriods(Array.from({ length: count }, (_, at) => week(at)));
    expect([periods[0]?.unit, periods.length]).toEqual([unit, bars]);
    expect(periods.reduce((sum, { posts }) => sum + posts, 0)).toBe(2 * count);
  });
});

describe('the median', () => {
  it('lies where half of the reviews are', () => {
    expect(medianOf({})).toBeUndefined();
    expect(medianOf({ 10: 2 })).toBe(1024 * 1.5);
    const found = medianOf({ 10: 1, 14: 8, 20: 1 }) ?? 0;
    expect(found).toBeGreaterThan(2 ** 14);
    expect(found).toBeLessThan(2 ** 15);
  });
});

describe('a chart answers in a sentence', () => {
  const weeks = [
    week(-20, { withAi: 5, labelled: 0 }),
    week(1, {
      posts: 12,
      byRole: { coauthored: 10, none: 2 },
      bySite: { x: 3, bluesky: 9 },
      withAi: 10,
      labelled: 9,
      overrides: { 'ai-label': 1 },
      reviewTimes: { 15: 3 },
    }),
  ];

  it('about now, where now has something to say', () => {
    expect(titleOf(labelledChart, weeks)).toBe('9 of 10 AI posts in the last four weeks were labelled.');
    expect(titleOf(postsChart, weeks)).toBe('11 of 14 posts since Jun 15, 2026 have AI in them.');
    expect(titleOf(sitesChart, weeks)).toBe('Most posts are for BLUESKY: 9 of 14.');
    expect(titleOf(overridesChart, weeks)).toBe('The rule that posts go against most: AI label (1).');
    expect(titleOf(reviewChart, weeks)).toBe('Half of all reviews took longer than about 49 seconds.');
  });

  it('about before, and says plainly where there is nothing', () => {
    expect(titleOf(labelledChart, [week(-20)])).toBe('1 of 1 AI posts since Jun 15, 2026 were labelled.');
    const bare = [week(0, { withAi: 0, labelled: 0, bySite: {} })];
    expect(
      [labelledChart, sitesChart, overridesChart, reviewChart].map((chart) => titleOf(chart, bare)),
    ).toEqual([
      'No post with AI in it has gone out yet.',
      'No site is known of these posts.',
      'No post was let go against a rule.',
      'Nobody has reviewed a post yet.',
    ]);
  });

  it('and in a table of the same numbers', () => {
    const { head, rows } = postsChart([weeks[1] as LogWeek], context);
    expect([head, rows]).toEqual([['From', 'No AI', 'Together', 'Posts'], [['Nov 9', '2', '10', '12']]]);
  });

  it('sites beyond the fifth are one bar, and all stand in the table', () => {
    const bySite = { a: 9, b: 8, c: 7, d: 6, e: 5, f: 4, g: 3 };
    expect(sitesChart([week(0, { bySite })], context).rows).toHaveLength(7);
  });
});

describe('colours of charts', () => {
  const css = readFileSync(new URL('../../components/log/charts/charts.css', import.meta.url), 'utf8');
  const tokens = readFileSync(new URL('../../assets/tokens.css', import.meta.url), 'utf8');
  const pairs = (source: string, name: string): [string, string][] =>
    [...source.matchAll(new RegExp(`--(${name}): light-dark\\((#\\w+), (#\\w+)\\)`, 'gu'))].map((found) => [
      found[2] ?? '',
      found[3] ?? '',
    ]);
  const luminance = (colour: string): number => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
    const [red = 0, green = 0, blue = 0] = parts.map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };

  it('stand out from the paper by 3:1, light and dark', () => {
    const [paper = ['', '']] = pairs(tokens, 'paper');
    const colours = pairs(css, 'chart-[\\w-]+');
    expect(colours).toHaveLength(6);
    for (const [light, dark] of colours) {
      expect(contrast(light, paper[0])).toBeGreaterThanOrEqual(3);
      expect(contrast(dark, paper[1])).toBeGreaterThanOrEqual(3);
    }
  });
});
