import type { VNode } from 'preact';
import type { Locale } from '#lib/i18n/locale.ts';
import type { LogWeek } from '#lib/model/log-query.ts';

/** What a chart needs beside the weeks. */
export interface ChartContext {
  locale: Locale;
  /** Milliseconds since 1970. */
  now: number;
  nameOfSite(site: string): string;
}

/** A question about the log, answered. */
export interface ChartAnswer {
  /** Part of element ids. */
  id: string;
  /** The answer, in a sentence. */
  title: string;
  /** `svg` element whose style is `charts.css`; missing where there is nothing to draw. */
  picture: VNode | undefined;
  /** The same as a table. */
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** `weeks`: as `LogPorts.weeks` gives them; at least one. */
export type Chart = (weeks: readonly LogWeek[], context: ChartContext) => ChartAnswer;
