import type { ExportRequest } from './export-contract.ts';

/** What the person sets. Empty: not narrowed. */
export interface ExportForm extends Pick<ExportRequest, 'format' | 'texts' | 'names' | 'byteOrderMark'> {
  /** Days of this machine's calendar, `2026-11-21`; both belong to the period. */
  from: string;
  to: string;
  site: string;
}

/** Made for giving away: no texts. */
export const FIRST_FORM: ExportForm = {
  format: 'jsonl',
  texts: 'digests',
  names: 'shown',
  byteOrderMark: true,
  from: '',
  to: '',
  site: '',
};

/** Begin of a day on this machine, `later` days after it; nothing for no day. Days are not always 24 hours long. */
function beginOf(day: string, later = 0): number | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const time = new Date(year, month - 1, date + later).getTime();
  return Number.isNaN(time) ? undefined : Math.max(0, time);
}

export function requestOf({ from, to, site, ...kept }: ExportForm): ExportRequest {
  const begin = beginOf(from);
  const end = beginOf(to, 1);
  return {
    ...kept,
    ...(begin !== undefined && { from: begin }),
    ...(end !== undefined && { until: end }),
    ...(site !== '' && { sites: [site] }),
  };
}
