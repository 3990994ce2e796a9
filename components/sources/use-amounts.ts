import type { MessageKey } from '#lib/i18n/text.ts';
import { useLocale } from '../ui/locale-context.ts';

const SIZES = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** Numbers, sizes and times in the reader's language. */
export interface Amounts {
  count(value: number): string;
  /** From kilobytes upwards, by thousands; one digit after the point below ten. */
  size(bytes: number): string;
  days(value: number): string;
  moment(time: number): string;
  day(time: number): string;
  /** Without the year where it is the year of `from`. */
  shortDay(time: number, from: number): string;
  /** The key for one, or for any other number. */
  plural(value: number, one: MessageKey, other: MessageKey): MessageKey;
}

const splitSize = (bytes: number): [number, (typeof SIZES)[number]] => {
  const step = Math.min(SIZES.length, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return [bytes / 1000 ** step, SIZES[step - 1] ?? 'kilobyte'];
};

export const amountsIn = (language: string): Amounts => {
  const date = (time: number, style: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, style).format(time);
  return {
    count: (value) => new Intl.NumberFormat(language).format(value),
    size(bytes) {
      const [value, unit] = splitSize(bytes);
      const digits = value < 10 ? 1 : 0;
      const style = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits } as const;
      return new Intl.NumberFormat(language, style).format(value);
    },
    days: (value) =>
      new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(value),
    moment: (time) => date(time, { dateStyle: 'medium', timeStyle: 'short' }),
    day: (time) => date(time, { dateStyle: 'medium' }),
    shortDay(time, from) {
      const isSameYear = new Date(time).getFullYear() === new Date(from).getFullYear();
      return date(time, { day: 'numeric', month: 'short', ...(!isSameYear && { year: 'numeric' }) });
    },
    plural: (value, one, other) => (new Intl.PluralRules(language).select(value) === 'one' ? one : other),
  };
};

export const useAmounts = (): Amounts => amountsIn(useLocale().language);
