import type { Locale } from '#lib/i18n/locale.ts';
import type { Period } from './periods.ts';

/** Weeks begin on Monday 00:00 UTC: their days are those of UTC, wherever the reader is. */
const FORMATS = {
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: '2-digit' },
  year: { year: 'numeric' },
} as const satisfies Record<Period['unit'], Intl.DateTimeFormatOptions>;

export const periodWords = ({ language }: Locale, { start, unit }: Period): string =>
  new Intl.DateTimeFormat(language, { ...FORMATS[unit], timeZone: 'UTC' }).format(start);

export const dateWords = ({ language }: Locale, start: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(start);

export const countWords = ({ language }: Locale, count: number): string =>
  new Intl.NumberFormat(language).format(count);

/** "about" is for the sentence: two digits, in the unit that fits. */
export const durationWords = ({ language }: Locale, milliseconds: number): string => {
  const seconds = milliseconds / 1000;
  const [unit, size] = seconds < 90 ? ['second', 1] : seconds < 5400 ? ['minute', 60] : ['hour', 3600];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: unit as string,
    unitDisplay: 'long',
    maximumSignificantDigits: 2,
  }).format(seconds / (size as number));
};
