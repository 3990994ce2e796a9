import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildTermTree, findTerms, readTermTree } from '#lib/policy/prohibited/terms.ts';

const find = (text: string, terms: string[]): string[] =>
  findTerms(text, buildTermTree(terms)).matches.map(({ start, end }) => text.slice(start, end));

test.each([
  ['the Cat sat', ['cat'], ['Cat']],
  ['concatenate', ['cat'], []],
  ['cat-like', ['cat'], ['cat']],
  ['new york city', ['new york', 'new york city'], ['new york city']],
  ['İstanbul', ['istanbul'], ['İstanbul']],
  ['STRAẞE', ['straße'], ['STRAẞE']],
  ['ｆｕｌｌ width', ['full'], ['ｆｕｌｌ']],
  ['😀cat😀', ['cat'], ['cat']],
  ['の猫が', ['猫'], ['猫']],
  ['ガラス', ['カラス'], []],
  ['cat', [], []],
  ['cat', ['\u200B'], []],
])('in %j the terms %j are %j', (text, terms, expected) => {
  expect(find(text, terms)).toEqual(expected);
});

test('finds a planted term at its place in the original, whatever stands around', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const text = `${before} Forbidden ${after}`;
      const matches = findTerms(text, buildTermTree(['forbidden'])).matches;
      const start = before.length + 1;
      expect(matches).toContainEqual({ start, end: start + 'Forbidden'.length });
    }),
  );
});

test('the work grows with the text, not with the number of terms', () => {
  const terms = Array.from({ length: 2000 }, (_, index) => `a a a b${index}`);
  const tree = buildTermTree(terms);
  const steps = (length: number) => findTerms('a '.repeat(length), tree).steps;
  expect(steps(50_000)).toBeLessThanOrEqual(50_000 * 4);
  expect(steps(50_000)).toBeLessThanOrEqual(steps(25_000) * 2 + 10);
  expect(findTerms('a '.repeat(1000), buildTermTree(terms.slice(0, 10))).steps).toBe(steps(1000));
});

test('the kept tree is that of the terms asked for', () => {
  const first = readTermTree(['cat', 'dog']);
  expect(readTermTree(['cat', 'dog'])).toBe(first);
  expect(findTerms('a dog', readTermTree(['cat'])).matches).toEqual([]);
  expect(findTerms('a dog', readTermTree(['dog'])).matches).toEqual([{ start: 2, end: 5 }]);
});
