import { expect, test } from 'vitest';
import { identitySchema } from '#lib/model/identity.ts';

const named = (name: string, organisation?: string) =>
  identitySchema.safeParse({
    id: 'one',
    name,
    form: 'person',
    ...(organisation !== undefined && { organisation }),
  }).success;

test.each(['Ada Lovelace', '山田太郎', 'علي', '@ada', '★', 'O’Hara'])('%j is a name', (name) => {
  expect(named(name)).toBe(true);
  expect(named('Ada', name)).toBe(true);
});

test.each(['', '  ', '\u0000', '\u200B\u2060', '\u0301', 'x'.repeat(81)])('%j is none', (name) => {
  expect(named(name)).toBe(false);
  expect(named('Ada', name)).toBe(false);
});
