import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { capturedGenerationSchema, LONGEST_GENERATION } from '#lib/model/generation.ts';
import { cut, LIMITS } from '#lib/sources/limits.ts';

const fits = (generation: object): boolean =>
  capturedGenerationSchema.safeParse({ text: 'x', captured: 'copy', prompts: [], ...generation }).success;
const long = (length: number): string => 'x'.repeat(length);
const many = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

it('are those of the message to the background', () => {
  expect(LIMITS.text).toBe(LONGEST_GENERATION);
  for (const [most, one] of [
    [LIMITS.text, (n: number) => ({ text: long(n) })],
    [LIMITS.prompt, (n: number) => ({ prompts: [long(n)] })],
    [LIMITS.prompts, (n: number) => ({ prompts: many(n, 'x') })],
    [LIMITS.address, (n: number) => ({ conversation: long(n) })],
    [LIMITS.model, (n: number) => ({ model: long(n) })],
  ] as const) {
    expect(fits(one(most))).toBe(true);
    expect(fits(one(most + 1))).toBe(false);
  }
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
