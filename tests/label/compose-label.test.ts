import { expect, test } from 'vitest';
import { cleanName, composeLabel, composePartMark, formatIdentity } from '#lib/label/compose-label.ts';
import { ADA } from './samples.ts';

test('role none gives no label', () => {
  expect(composeLabel({ role: 'none', identity: ADA, language: 'en', form: 'long' })).toBe('');
});

test('names the human part', () => {
  expect(composeLabel({ role: 'coauthored', identity: ADA, language: 'en', form: 'long' })).toBe(
    '[AI co-written: drafted with AI, reviewed and edited by Ada Example]',
  );
  expect(composeLabel({ role: 'generated-reviewed', identity: ADA, language: 'ja', form: 'short' })).toBe(
    '【AI生成：Ada Exampleが確認】',
  );
});

test('does without a name', () => {
  expect(composeLabel({ role: 'assisted', identity: undefined, language: 'de', form: 'short' })).toBe(
    '[AI / KI-unterstützt, von einem Menschen geschrieben]',
  );
});

test('the identity decides what is named', () => {
  const both = { ...ADA, organisation: 'Example Ltd' };
  expect(formatIdentity(both)).toBe('Ada Example');
  expect(formatIdentity({ ...both, form: 'organisation' })).toBe('Example Ltd');
  expect(formatIdentity({ ...both, form: 'both' })).toBe('Ada Example (Example Ltd)');
  expect(formatIdentity({ ...ADA, form: 'organisation' })).toBe('Ada Example');
});

test.each([
  ['A\nda', 'A da'],
  ['A\u200Bd\u202Ea', 'Ada'],
  ['Ada [she]', 'Ada (she)'],
  ['می‌خواهم', 'می‌خواهم'],
  ['\u0301Ada \u200D', 'Ada'],
  ['$& $1', '$& $1'],
])('cleans the name %j to %j', (name, expected) => {
  expect(cleanName(name)).toBe(expected);
  expect(
    composeLabel({ role: 'assisted', identity: { ...ADA, name }, language: 'en', form: 'short' }),
  ).toContain(expected);
});

test('marks the parts of a thread', () => {
  expect(composePartMark('en', 3)).toBe('(AI, see 1/3)');
});
