import type { Locale } from '#lib/i18n/locale.ts';
import type { MessageKey } from '#lib/i18n/text.ts';
import type { GeneratedEvidence } from '#lib/model/decision.ts';
import type { RecognisedBy } from '#lib/model/picture.ts';
import { cleanName, listTextOrigins, type Origin, sumShares } from './origins.ts';

const DAY = 86_400_000;
/** From here on nearly all of an answer was kept; below `KEPT_FEW` the share of the answer says nothing. */
const KEPT_ALL = 950;
const KEPT_FEW = 25;

/** Thousandths as a percentage; neither "0 %" of something nor "100 %" of less than all. */
export const shareWords = ({ text, language }: Locale, share: number): string => {
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  if (share < 5) return text('originLessThan', percent.format(0.01));
  return percent.format(share < 1000 ? Math.min(0.99, share / 1000) : 1);
};

const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** "2:02 PM" is not torn apart at the end of a line. */
const together = (words: string): string => words.replace(/\s(?=\S{1,5}$)/u, '\u00A0');

/** "today 14:02", "yesterday 09:10", else the date: as the language says it. Times in milliseconds since 1970. */
export const momentWords = ({ text, language }: Locale, time: number, now: number): string => {
  const words = (options: Intl.DateTimeFormatOptions): string =>
    together(new Intl.DateTimeFormat(language, options).format(time));
  // Rounded: a day on which the clocks change is no whole one.
  const days = Math.round((startOfDay(time) - startOfDay(now)) / DAY);
  if (days > 0 || days < -1) return words({ dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
  return text('originDayTime', day, words({ timeStyle: 'short' }));
};

const toolWords = ({ text }: Locale, { sourceName, model }: GeneratedEvidence): string => {
  const name = cleanName(sourceName);
  const version = cleanName(model ?? '');
  return version === '' ? name : text('originModel', name, version);
};

/** "83 % from ChatGPT (GPT-5), today 14:02" or "Picture from ChatGPT, today 14:02" */
export const originWords = (locale: Locale, { evidence }: Origin, now: number): string => {
  const from = [toolWords(locale, evidence), momentWords(locale, evidence.time, now)] as const;
  return evidence.picture
    ? locale.text('originPicture', ...from)
    : locale.text('originLine', shareWords(locale, evidence.share), ...from);
};

const PICTURE_WORDS = {
  pixels: undefined,
  likeness: 'originPictureLikeness',
  address: 'originPictureAddress',
} as const satisfies Record<RecognisedBy, MessageKey | undefined>;

/** "about 40 % of that answer", in steps of five, or how a picture was recognised; nothing where it says nothing. */
export const keptWords = ({ text, language }: Locale, { evidence }: Origin): string | undefined => {
  const { kept, picture } = evidence;
  if (picture) {
    const words = PICTURE_WORDS[picture.by];
    return words && text(words);
  }
  if (kept < KEPT_FEW) return undefined;
  if (kept >= KEPT_ALL) return text('originKeptAll');
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return text('originKept', percent.format(Math.round(kept / 50) / 20));
};

/** "83 % … from ChatGPT and Claude", or that a picture is, for the role that this suggests. */
export const roleWhyWords = (locale: Locale, origins: readonly Origin[]): string => {
  const named = (those: readonly Origin[]): string =>
    new Intl.ListFormat(locale.language).format([
      ...new Set(those.map(({ evidence }) => cleanName(evidence.sourceName))),
    ]);
  const inText = listTextOrigins(origins);
  return inText.length === 0
    ? locale.text('roleProposedPicture', named(origins))
    : locale.text('roleProposedWhy', shareWords(locale, sumShares(origins)), named(inText));
};
