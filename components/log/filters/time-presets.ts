import type { LogFilter } from '#lib/model/log-query.ts';

export const TIME_PRESETS = ['any', 'week', 'month', 'last-month', 'year'] as const;
export type TimePreset = (typeof TIME_PRESETS)[number];

/** The stretch of the reader's calendar that a preset means at this time. */
export const rangeOf = (preset: TimePreset, now: number): Pick<LogFilter, 'from' | 'until'> => {
  const today = new Date(now);
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  const start = (...date: [number, number, number]): number => new Date(...date).getTime();
  const ranges: Record<TimePreset, Pick<LogFilter, 'from' | 'until'>> = {
    any: {},
    week: { from: start(year, month, day - 6) },
    month: { from: start(year, month, 1) },
    'last-month': { from: start(year, month - 1, 1), until: start(year, month, 1) },
    year: { from: start(year, 0, 1) },
  };
  return ranges[preset];
};

/** The preset that a filter is, if it is one. */
export const presetOf = ({ from, until }: LogFilter, now: number): TimePreset | undefined =>
  TIME_PRESETS.find((preset) => {
    const range = rangeOf(preset, now);
    return range.from === from && range.until === until;
  });
