import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName, composeLabel, composePartMark, formatIdentity } from '#lib/label/compose-label.ts';
import { findLabel, findLabels, findPartMark, findVagueHint } from '#lib/label/find-label.ts';
import { WORDS } from '#lib/label/words/index.ts';
import { identity, language, role, text } from './samples.ts';

test('finds every label we write, with its meaning, wherever it stands on a line', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(
      role,
      identity,
      language,
      fc.constantFrom('long', 'short'),
      text,
      (...[role, who, language, form, rest]) => {
        const label = composeLabel({ role, identity: who, language, form });
        const found = findLabel(`${label}\n${rest}`);
        expect(found).toMatchObject({ roles: [role], language, start: 0, end: label.length });
        const name = who ? formatIdentity(who) : '';
        if (name !== '' && !WORDS[language].roles[role][form].unnamed.includes(name))
          expect(found?.name?.text).toBe(name);
        expect(findLabel(`  🤖 ${label} ${rest}`)?.roles).toEqual([role]);
      },
    ),
  );
});

test('an engine may fold the spaces and change the apostrophes', () => {
  expect(
    findLabel("[AI / généré par IA\u00A0:\u00A0ébauche de l'IA, relu et\u00A0approuvé par Ada] Bonjour"),
  ).toMatchObject({
    language: 'fr',
    roles: ['generated-reviewed'],
    name: { text: 'Ada' },
  });
  expect(findLabel('[AI / généré par IA, relu par Ada]'.normalize('NFD'))?.language).toBe('fr');
});

test.each([
  ['AI-generated', 'typed', 'en'],
  ['AI generated: what I think', 'typed', 'en'],
  ['🤖 Generated with AI by Ada\nText', 'typed', 'en'],
  ['(Made with AI) Text', 'typed', 'en'],
  ['KI-generiert, geprüft von Ada', 'typed', 'de'],
  ['Généré par l’IA, relu par moi', 'typed', 'fr'],
  ['Hecho con IA y revisado por mí', 'typed', 'es'],
  ['AI生成：テスト', 'typed', 'ja'],
  ['#AIgenerated my text', 'hashtag', 'en'],
  ['#KIgeneriert Text', 'hashtag', 'de'],
])('a label typed by hand counts: %j', (typed, form, language) => {
  expect(findLabel(typed)).toMatchObject({ form, language });
});

test.each([
  'AI-generated images are everywhere',
  'I wrote about AI-generated text.',
  'Think about it: made with AI means nothing',
  'ai-generated',
  'АI-generated, with a Cyrillic letter',
  '#ai',
  'AI',
  '@AIgenerated hello',
  '[AI news today]',
  'Die KI generiert Texte.',
])('not a label: %j', (typed) => {
  expect(findLabel(typed)).toBeUndefined();
});

test('a label after words is found, but not at the start', () => {
  const label = '[AI-generated, reviewed by Ada]';
  expect(findLabel(`Hi ${label}`)).toBeUndefined();
  expect(findLabels(`Hi ${label}`)).toMatchObject([{ start: 3, end: 3 + label.length }]);
});

test('finds the mark of a part in every language', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(language, fc.integer({ min: 2, max: 100 }), text, (language, total, rest) => {
      const mark = composePartMark(language, total);
      expect(findPartMark(`${mark} ${rest}`)).toEqual({ start: 0, end: mark.length });
    }),
  );
  expect(findPartMark('as I said (AI, see 1/3)')).toBeUndefined();
});

test.each([
  ['#ai art', '#ai'],
  ['made by an AI', 'AI'],
  ['j’ai dit', undefined],
  ['ki mit', undefined],
])('the hint in %j is %j', (hinting, expected) => {
  const hint = findVagueHint(hinting);
  expect(hint && hinting.slice(hint.start, hint.end)).toBe(expected);
});

test('names stay whole', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => cleanName(cleanName(name)) === cleanName(name)),
  );
});
