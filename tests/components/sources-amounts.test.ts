import { describe, expect, it } from 'vitest';
import { amountsIn } from '#components/sources/use-amounts.ts';
import { catalogueText } from '#lib/i18n/catalogue-text.ts';
import german from '../../assets/public/_locales/de/messages.json';
import english from '../../assets/public/_locales/en/messages.json';

const LANGUAGES = { en: catalogueText(english), de: catalogueText(german) };

/** Spaces that do not break are as good as others. */
const plain = (words: string): string => words.replace(/\s/gu, ' ');

const sayOf = (language: keyof typeof LANGUAGES, count: number): string => {
  const amounts = amountsIn(language);
  const key = amounts.plural(count, 'popupRememberedOne', 'popupRememberedOther');
  const [captured, end] = [new Date(2026, 10, 20), new Date(2026, 11, 20)];
  const day = amounts.shortDay(end.getTime(), captured.getTime());
  return plain(LANGUAGES[language](key, 'ChatGPT', amounts.count(count), day));
};

describe('what is said of amounts', () => {
  it.each([
    ['en', 0, 'ChatGPT: 0 answers remembered, until Dec 20'],
    ['en', 1, 'ChatGPT: 1 answer remembered, until Dec 20'],
    ['en', 12, 'ChatGPT: 12 answers remembered, until Dec 20'],
    ['de', 0, 'ChatGPT: 0 Antworten gemerkt, bis 20. Dez.'],
    ['de', 1, 'ChatGPT: 1 Antwort gemerkt, bis 20. Dez.'],
    ['de', 12_480, 'ChatGPT: 12.480 Antworten gemerkt, bis 20. Dez.'],
  ] as const)('%s, %d: %s', (language, count, words) => {
    expect(sayOf(language, count)).toBe(words);
  });

  it('names the year where it is another one', () => {
    const end = new Date(2027, 0, 20).getTime();
    expect(amountsIn('en').shortDay(end, new Date(2026, 11, 21).getTime())).toBe('Jan 20, 2027');
    expect(amountsIn('en').shortDay(end, end)).toBe('Jan 20');
  });

  it.each([
    [0, '0 kB'],
    [999, '1 kB'],
    [9800, '9.8 kB'],
    [148_400, '148 kB'],
    [999_999, '1,000 kB'],
    [1_480_000_000, '1.5 GB'],
    [4_200_000_000_000, '4,200 GB'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(plain(amountsIn('en').size(bytes))).toBe(words);
  });

  it('counts days', () => {
    expect([amountsIn('en').days(1), amountsIn('de').days(30)].map(plain)).toEqual(['1 day', '30 Tage']);
  });
});
