import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRecent, markOf } from '#lib/capture/text-mark.ts';

it('two texts have two marks', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 200 }), (texts) => {
      expect(new Set(texts.map(markOf)).size).toBe(texts.length);
    }),
  );
});

it('remembers the newest, and of those it sees again the time', () => {
  const recent = createRecent(2);
  for (const value of ['a', 'b', 'a', 'c']) recent.add(value);
  expect(['a', 'b', 'c'].map((value) => recent.has(value))).toEqual([true, false, true]);
  recent.remove('a');
  expect(recent.has('a')).toBe(false);
});
