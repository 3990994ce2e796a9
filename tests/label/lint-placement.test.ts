import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeLabel } from '#lib/label/compose-label.ts';
import { findLabels } from '#lib/label/find-label.ts';
import { lintPlacement } from '#lib/label/lint-placement.ts';
import { placeLabel } from '#lib/label/place-label.ts';
import type { Fold } from '#lib/model/counter.ts';
import { SITES } from '#lib/sites/index.ts';
import { identity, language, role, text } from './samples.ts';

const LABEL = '[AI-generated, reviewed by Ada]';
const codes = (
  first: string,
  options: { fold?: Fold; language?: string; further?: string[] } = {},
): string[] => {
  const { further = [], ...rest } = options;
  return lintPlacement({ parts: [first, ...further], ...rest }).map(({ code }) => code);
};

test.each([
  [`${LABEL}\nText`],
  [`Good morning!\n${LABEL}`],
  ['AI-generated, checked by Ada\nText'],
  ['Text (AI-generated) https://example.com'],
  ['#AIgenerated #art Text'],
  [`${LABEL}\n#a #b #c #d`],
])('accepts %j', (first) => {
  expect(codes(first)).toEqual([]);
});

test.each<[string, string[], { fold?: Fold; language?: string; further?: string[] }?]>([
  ['Text', ['labelMissing']],
  ['', ['labelMissing']],
  ['Text #ai', ['labelVague']],
  ['I made this with AI.', ['labelVague']],
  ['ai-generated text', ['labelVague']],
  [`${'word '.repeat(30)}${LABEL}`, ['labelNotFirst']],
  [`${'a\u200B'.repeat(119)} ${LABEL}`, ['labelNotFirst']],
  [`One\nTwo\n${LABEL}`, ['labelBehindFold'], { fold: { lines: 2 } }],
  [`${'word '.repeat(10)}${LABEL}`, ['labelBehindFold'], { fold: { characters: 60 } }],
  [`https://example.com ${LABEL}`, ['labelBehindLink']],
  [`example.com ${LABEL}`, ['labelBehindLink']],
  ['#one #two #AIgenerated Text', ['labelInHashtags']],
  ['#AIgenerated #one #two', ['labelInHashtags']],
  [`#one ${LABEL} #two #three`, ['labelInHashtags']],
  ['[AI-gen\u200Berated, reviewed by Ada]\nText', ['labelHidden']],
  ['[AI-generated, reviewed by A\u202Eda]\nText', ['labelHidden']],
  [`${LABEL}\nText`, ['labelLanguage'], { language: 'de' }],
  [`${LABEL}\nOne`, ['partUnmarked'], { further: ['Two'] }],
  ['Text', ['labelMissing', 'partUnmarked'], { further: ['Two'] }],
])('refuses %j: %j', (first, expected, options) => {
  expect(codes(first, options)).toEqual(expected);
});

test('119 visible characters before the label are the most, whatever is hidden between them', () => {
  expect(codes(`${'a\u200B'.repeat(118)} ${LABEL}`)).toEqual([]);
});

test('a language we have no words for cannot be demanded', () => {
  expect(codes(`${LABEL}\nTekst`, { language: 'pl' })).toEqual([]);
});

test('names the part and where the label stands', () => {
  expect(lintPlacement({ parts: [`https://example.com ${LABEL}`, 'Two'] })).toMatchObject([
    { code: 'labelBehindLink', spans: [{ part: 0, start: 20, end: 20 + LABEL.length }], fix: 'move-label' },
    { code: 'partUnmarked', values: ['2', '2'], spans: [{ part: 1 }], fix: 'add-label' },
  ]);
});

test('a label in the content warning is enough, and the text needs none', () => {
  for (const warning of [`${LABEL} Spoilers`, 'Spoilers (AI-generated)'])
    expect(lintPlacement({ parts: ['Text'], warning })).toEqual([]);
});

test('a label that stands in the text only is behind the content warning', () => {
  expect(lintPlacement({ parts: [`${LABEL}\nText`], warning: 'Spoilers' })).toEqual([
    {
      code: 'labelBehindWarning',
      values: [],
      spans: [{ part: 0, start: 0, end: LABEL.length }],
      fix: 'move-label',
    },
  ]);
});

test('what is wrong with a label is said of one in the content warning, without a place in the text', () => {
  const findings = lintPlacement({ parts: ['Texte'], warning: `${LABEL} Fin`, language: 'fr' });
  expect(findings).toMatchObject([{ code: 'labelLanguage', spans: [] }]);
  expect(lintPlacement({ parts: ['Text'], warning: `https://example.com ${LABEL}` })).toMatchObject([
    { code: 'labelBehindLink', spans: [] },
  ]);
});

test('no fold hides a content warning, and no label anywhere is missing as ever', () => {
  expect(lintPlacement({ parts: ['Text'], warning: `Spoilers ${LABEL}`, fold: { characters: 5 } })).toEqual(
    [],
  );
  expect(lintPlacement({ parts: ['Text'], warning: 'Spoilers' })).toMatchObject([{ code: 'labelMissing' }]);
});

test('a long name may run over the fold; the words before it may not', () => {
  const label = composeLabel({
    role: 'autonomous',
    identity: { id: 'long', name: 'N'.repeat(80), form: 'person' },
    language: 'fr',
    form: 'short',
  });
  expect(codes(`${label}\nTexte`, { fold: { characters: 60 } })).toEqual([]);
  expect(codes(`${label}\nTexte`, { fold: { characters: 30 } })).toEqual(['labelBehindFold']);
});

const folds = SITES.flatMap(({ composers }) => composers.map(({ fold }) => fold));
const fold = fc.oneof(
  fc.constantFrom(undefined, ...folds),
  fc.record({ characters: fc.integer({ min: 60, max: 500 }), lines: fc.integer({ min: 1, max: 10 }) }),
);
const parts = fc.array(text, { minLength: 1, maxLength: 4 });

test('a label that we place always passes, on every site', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      parts,
      role,
      identity,
      language,
      fc.constantFrom('long', 'short'),
      fold,
      (...[texts, role, who, language, form, fold]) => {
        const label = composeLabel({ role, identity: who, language, form });
        expect(lintPlacement({ parts: placeLabel(texts, label, language), fold, language })).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test('a text without a label never passes', { timeout: 60_000 }, () => {
  const unlabelled = fc
    .oneof(
      text,
      fc
        .array(
          fc.constantFrom(
            '#ai',
            'AI',
            'bot',
            '#art',
            'https://example.com',
            '\n',
            'KI',
            '[AI]',
            '(AI)',
            '🤖',
          ),
          { maxLength: 8 },
        )
        .map((words) => words.join(' ')),
    )
    .filter((sample) => findLabels(sample).length === 0);
  fc.assert(
    fc.property(unlabelled, fold, (sample, fold) => {
      expect(lintPlacement({ parts: [sample], fold })).toMatchObject([{ fix: 'add-label' }]);
    }),
    { numRuns: 300 },
  );
});
