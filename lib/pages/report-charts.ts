import { render } from 'preact';
import type { ChartContext } from '#components/log/charts/chart-contract.ts';
import charts from '#components/log/charts/charts.css?inline';
import { labelledChart } from '#components/log/charts/labelled-chart.tsx';
import { overridesChart } from '#components/log/charts/overrides-chart.tsx';
import { postsChart } from '#components/log/charts/posts-chart.tsx';
import { reviewChart } from '#components/log/charts/review-chart.tsx';
import { sitesChart } from '#components/log/charts/sites-chart.tsx';
import tokens from '../../assets/tokens.css?inline';
import type { ReportChart } from '../log/export/report.ts';
import type { LogWeek } from '../model/log-query.ts';

const CHARTS = [postsChart, labelledChart, sitesChart, reviewChart, overridesChart];

export const chartStyle = `${tokens}${charts}.candor { color-scheme: light; } svg.chart-picture { width: 30rem; }`;

/** The charts of the Log page as markup, for a page without scripts. */
export const drawCharts = (weeks: readonly LogWeek[], context: ChartContext): ReportChart[] => {
  if (weeks.length === 0) return [];
  return CHARTS.map((chart) => {
    const { title, picture, head, rows } = chart(weeks, context);
    const host = document.createElement('div');
    render(picture ?? null, host);
    return { title, svg: `<div class="candor">${host.innerHTML}</div>`, table: { head, rows } };
  });
};
