import { describe, expect, it } from 'vitest';
import {
  keptWords,
  momentWords,
  originWords,
  roleWhyWords,
  shareWords,
} from '#components/review/origin-words.ts';
import { findPictureOrigin, listOrigins, listPassages, sumShares } from '#components/review/origins.ts';
import { catalogueText } from '#lib/i18n/catalogue-text.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Evidence, GeneratedEvidence } from '#lib/model/decision.ts';
import type { RecognisedBy } from '#lib/model/picture.ts';
import german from '../../assets/public/_locales/de/messages.json';
import english from '../../assets/public/_locales/en/messages.json';

const en: Locale = { text: catalogueText(english), language: 'en-GB', dir: 'ltr' };
const de: Locale = { text: catalogueText(german), language: 'de', dir: 'ltr' };

/** Local time, as the person reads it. */
const NOW = new Date(2026, 10, 20, 16, 30).getTime();
const at = (day: number, hour: number, minute: number): number =>
  new Date(2026, 10, day, hour, minute).getTime();

const generated = (evidence: Partial<GeneratedEvidence> = {}): GeneratedEvidence => ({
  kind: 'generated',
  role: 'generated-reviewed',
  source: 'chatgpt',
  sourceName: 'ChatGPT',
  model: 'GPT-5',
  time: at(20, 14, 2),
  share: 830,
  kept: 400,
  spans: [],
  ...evidence,
});

const one = (evidence: Partial<GeneratedEvidence> = {}) => {
  const [origin] = listOrigins([generated(evidence)]);
  if (!origin) throw new Error('no origin');
  return origin;
};

/** Browsers and Node differ in which space they put before a per cent sign. */
const spaced = (words: string | undefined): string | undefined => words?.replace(/\s/gu, ' ');

describe('one line says how much, from where and when', () => {
  it('in English', () => expect(originWords(en, one(), NOW)).toBe('83% from ChatGPT (GPT-5), today 14:02'));
  it('in German', () =>
    expect(spaced(originWords(de, one(), NOW))).toBe('83 % von ChatGPT (GPT-5), heute 14:02'));
  it('without a model where none is known', () =>
    expect(originWords(en, one({ model: undefined }), NOW)).toBe('83% from ChatGPT, today 14:02'));
  it('without what turns the reading order', () =>
    expect(originWords(en, one({ model: 'GPT\u202E-5\u2069', sourceName: 'Chat\u200BGPT' }), NOW)).toBe(
      '83% from ChatGPT (GPT-5), today 14:02',
    ));
});

describe('time', () => {
  it.each([
    ['just now', NOW, 'today 16:30'],
    ['just after midnight', at(20, 0, 0), 'today 00:00'],
    ['just before midnight', at(19, 23, 59), 'yesterday 23:59'],
    ['the day before yesterday', at(18, 23, 59), '18 Nov 2026, 23:59'],
    ['a clock that was set back', at(21, 1, 0), '21 Nov 2026, 01:00'],
  ])('%s', (_, time, expected) => expect(spaced(momentWords(en, time, NOW))).toBe(expected));

  it('keeps "2:02 PM" on one line', () =>
    expect(momentWords({ ...en, language: 'en-US' }, at(20, 14, 2), NOW)).toMatch(
      /^today 2:02[\u00A0\u202F]PM$/u,
    ));
});

describe('share', () => {
  it.each([
    [1, 'less than 1%'],
    [5, '1%'],
    [994, '99%'],
    [999, '99%'],
    [1000, '100%'],
  ])('%i thousandths are %s', (share, expected) => expect(shareWords(en, share)).toBe(expected));

  it.each([
    [10, undefined],
    [25, 'about 5% of that answer'],
    [412, 'about 40% of that answer'],
    [949, 'about 95% of that answer'],
    [960, 'nearly all of that answer'],
  ])('%i thousandths of an answer: %s', (kept, expected) =>
    expect(keptWords(en, one({ kept }))).toBe(expected),
  );
});

it('says why a role is proposed, each tool once', () => {
  const origins = listOrigins([
    generated({ share: 400 }),
    generated({ share: 100, time: 1 }),
    generated({ share: 200, source: 'claude', sourceName: 'Claude' }),
  ]);
  expect(roleWhyWords(en, origins)).toBe(
    'Proposed because 70% of the text was remembered from ChatGPT and Claude.',
  );
  expect(spaced(roleWhyWords(de, origins))).toBe(
    'Vorgeschlagen, weil 70 % des Textes von ChatGPT und Claude bekannt sind.',
  );
});

describe('origins', () => {
  const evidence: Evidence[] = [
    { kind: 'declared', role: 'assisted' },
    generated(),
    generated({ source: 'claude', sourceName: 'Claude' }),
    generated({ time: 1 }),
  ];

  it('have a number each, and the same pattern for the same tool', () => {
    expect(listOrigins(evidence).map(({ number, pattern }) => [number, pattern])).toEqual([
      [1, 0],
      [2, 1],
      [3, 0],
    ]);
  });

  it('are told apart by ear as well', () => {
    expect(listOrigins(evidence).map(({ spoken }) => spoken)).toEqual(['ChatGPT 1', 'Claude', 'ChatGPT 3']);
  });

  it('never cover more than all', () => expect(sumShares(listOrigins(evidence))).toBe(1000));

  it('have their passages in their part only', () => {
    const origins = listOrigins([
      generated({
        spans: [
          { part: 0, start: 1, end: 2 },
          { part: 1, start: 3, end: 4 },
        ],
      }),
    ]);
    expect(listPassages(origins, 1)).toEqual([{ start: 3, end: 4, origin: 1 }]);
    expect(listPassages(origins, 2)).toEqual([]);
  });

  it('leave the shortest of thousands of passages unmarked', () => {
    const spans = Array.from({ length: 500 }, (_, at) => ({ part: 0, start: at * 50, end: at * 50 + 30 }));
    const short = spans.map(({ start }) => ({ part: 0, start: start + 31, end: start + 45 }));
    const origins = listOrigins([generated({ spans: short }), generated({ spans }), generated({ spans })]);
    const passages = listPassages(origins, 0);
    expect(passages).toHaveLength(1000);
    expect(passages.some(({ origin }) => origin === 1)).toBe(false);
  });
});

describe('a picture', () => {
  const picture = (by: RecognisedBy) =>
    one({ share: 0, picture: { part: 0, item: 1, width: 1024, height: 1024, digest: 'ab', by } });

  it('is said to be one, with its source and time', () => {
    expect(originWords(en, picture('pixels'), NOW)).toBe('Picture from ChatGPT (GPT-5), today 14:02');
    expect(originWords(de, picture('pixels'), NOW)).toBe('Bild von ChatGPT (GPT-5), heute 14:02');
  });

  it('says how it was recognised where that is not by its pixels', () => {
    expect(keptWords(en, picture('pixels'))).toBeUndefined();
    expect(keptWords(en, picture('likeness'))).toBe('compressed or sized anew since');
    expect(keptWords(en, picture('address'))).toBe('from the same address');
  });

  it('is the reason for a role where no text is', () => {
    expect(roleWhyWords(en, [picture('pixels')])).toBe('Proposed because a picture comes from ChatGPT.');
    expect(roleWhyWords(en, [one(), picture('pixels')])).toBe(
      'Proposed because 83% of the text was remembered from ChatGPT.',
    );
  });

  it('is found by its place in the draft', () => {
    const origin = picture('pixels');
    expect(findPictureOrigin([one(), origin], 0, 1)).toBe(origin);
    expect(findPictureOrigin([one(), origin], 0, 0)).toBeUndefined();
  });
});
