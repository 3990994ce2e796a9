import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeLabel } from '#lib/label/compose-label.ts';
import { findLabels } from '#lib/label/find-label.ts';
import { placeInWarning, placeLabel, removeLabel } from '#lib/label/place-label.ts';
import { identity, language, role, text } from './samples.ts';

const label = fc.record({
  role,
  identity,
  language,
  form: fc.constantFrom('long' as const, 'short' as const),
});
/** Texts that do not happen to begin with a label. */
const plain = text.filter((sample) => findLabels(sample).length === 0);
const parts = fc.array(plain, { minLength: 1, maxLength: 4 });

test('puts the label on a line of its own before the text, and a mark before each further part', () => {
  expect(placeLabel(['One', 'Two', 'Three'], '[AI-generated, reviewed by Ada]', 'en')).toEqual([
    '[AI-generated, reviewed by Ada]\nOne',
    '(AI, see 1/3) Two',
    '(AI, see 1/3) Three',
  ]);
  expect(placeLabel([''], '[AI-generated automatically]', 'en')).toEqual(['[AI-generated automatically]']);
});

test('placing twice changes nothing', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(parts, label, (texts, chosen) => {
      const words = composeLabel(chosen);
      const once = placeLabel(texts, words, chosen.language);
      expect(placeLabel(once, words, chosen.language)).toEqual(once);
    }),
  );
});

test('placing twice changes nothing even after the editor folded the white space', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(parts, label, (texts, chosen) => {
      const words = composeLabel(chosen);
      const once = placeLabel(texts, words, chosen.language).map((placed) => placed.replace(/\s+/gu, ' '));
      expect(placeLabel(once, words, chosen.language)).toEqual(once);
    }),
  );
});

test('another choice replaces the label, and taking it away gives the text back', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(parts, label, label, (texts, first, second) => {
      const once = placeLabel(texts, composeLabel(first), first.language);
      const again = placeLabel(once, composeLabel(second), second.language);
      expect(again).toEqual(placeLabel(texts, composeLabel(second), second.language));
      expect(placeLabel(again, '', 'en')).toEqual(texts);
    }),
  );
});

test('puts the label before a content warning, in its one line, and takes it away again', () => {
  const placed = placeInWarning('Spoilers', '[AI-generated automatically]');
  expect(placed).toBe('[AI-generated automatically] Spoilers');
  expect(placeInWarning(placed, '[AI-generated, reviewed by Ada]')).toBe(
    '[AI-generated, reviewed by Ada] Spoilers',
  );
  expect(placeInWarning(placed, '')).toBe('Spoilers');
});

test('what a person typed stays', () => {
  expect(removeLabel('AI-generated, checked by me\nText')).toBe('AI-generated, checked by me\nText');
  expect(removeLabel('[AI news] Text')).toBe('[AI news] Text');
});
