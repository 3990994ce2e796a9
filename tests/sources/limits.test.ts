import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { capturedGenerationSchema, LONGEST_GENERATION, LONGEST_PROMPTS } from '#lib/model/generation.ts';
import { cut, LIMITS, newestPrompts } from '#lib/sources/limits.ts';

const fits = (generation: object): boolean =>
  capturedGenerationSchema.safeParse({ text: 'x', captured: 'copy', prompts: [], ...generation }).success;
const long = (length: number): string => 'x'.repeat(length);
const many = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

it('are those of the message to the background', () => {
  expect(LIMITS.text).toBe(LONGEST_GENERATION);
  expect(LIMITS.promptsTogether).toBe(LONGEST_PROMPTS);
  for (const [most, one] of [
    [LIMITS.text, (n: number) => ({ text: long(n) })],
    [LIMITS.prompt, (n: number) => ({ prompts: [long(n)] })],
    [LIMITS.promptsTogether, (n: number) => ({ prompts: [long(LIMITS.prompt), long(n - LIMITS.prompt)] })],
    [LIMITS.prompts, (n: number) => ({ prompts: many(n, 'x') })],
    [LIMITS.address, (n: number) => ({ conversation: long(n) })],
    [LIMITS.model, (n: number) => ({ model: long(n) })],
  ] as const) {
    expect(fits(one(most))).toBe(true);
    expect(fits(one(most + 1))).toBe(false);
  }
});

it('hold for prompts together: the newest go', () => {
  const half = LIMITS.promptsTogether / 2;
  expect(newestPrompts([long(half), long(half), 'last'])).toEqual([long(half), 'last']);
  expect(newestPrompts(many(30, 'x'))).toHaveLength(LIMITS.prompts);
  fc.assert(
    fc.property(fc.array(fc.nat(LIMITS.prompt), { maxLength: 25 }), (lengths) => {
      const prompts = newestPrompts(lengths.map(long));
      expect(fits({ prompts })).toBe(true);
      expect(prompts).toEqual(prompts.length > 0 ? lengths.map(long).slice(-prompts.length) : []);
    }),
    { numRuns: 20 },
  );
});

it('never cut a character in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, length) => {
      const piece = cut(text, length);
      expect(text.startsWith(piece)).toBe(true);
      expect(piece.length).toBeLessThanOrEqual(length);
      expect(piece.length).toBeGreaterThanOrEqual(Math.min(text.length, length) - 1);
      expect(piece.isWellFormed()).toBe(true);
    }),
  );
});
