import { expect, test } from 'vitest';
import { median } from '#tests/bench/measure.ts';
import { DRAFT_CLASSES } from './draft-classes.ts';
import { evaluate } from './evaluate.ts';
import { readCorpus, SMALL_CORPUS } from './read-corpus.ts';

test('drafts of every kind made from the small corpus reach the goals', { timeout: 60_000 }, async () => {
  const pairs = await readCorpus(SMALL_CORPUS);
  expect(pairs.length).toBeGreaterThanOrEqual(12);

  const missed: string[] = [];
  let classes = 0;
  for await (const { name, goal, isGenerated, asked, drafts, shareErrors } of evaluate(pairs)) {
    classes += 1;
    expect(drafts).toBeGreaterThanOrEqual(pairs.length);
    if (goal !== undefined && (isGenerated ? asked < goal : asked > goal)) missed.push(`${name}: ${asked}`);
    if (shareErrors.length > 0) expect(median(shareErrors)).toBeLessThanOrEqual(5);
  }
  expect(missed).toEqual([]);
  expect(classes).toBe(DRAFT_CLASSES.length);
});
