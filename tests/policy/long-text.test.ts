import { expect, test } from 'vitest';
import { evaluate } from '#lib/policy/evaluate.ts';
import { findPreset } from '#lib/policy/presets/index.ts';
import { declared, draft, policy } from './samples.ts';

const LENGTH = 100_000;

/** Texts that make careless patterns slow. The time limit of a test is the only clock. */
test.each([
  ['words', 'the quick brown fox '],
  ['one letter', 'a'],
  ['almost a bad word', 'fuc '],
  ['no spaces at all', '日本語の文章です。'],
  ['hosts', 'a.b-c.'],
  ['brackets', '([【(a)'],
  ['a link that never ends', 'http://a.com/(a)'],
  ['hashtags', '#ai '],
  ['invisible characters', '\u200B\u202E'],
  ['emoji', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'],
])('judges 100,000 characters of %s, and finds a word at the very end', { timeout: 60_000 }, (_, piece) => {
  const text = `${piece.repeat(Math.ceil(LENGTH / piece.length))} what a forbiddenword`;
  const rules = {
    ...policy().rules,
    'prohibited-content': { level: 'require' as const, options: { terms: ['forbiddenword'] } },
  };
  const decision = evaluate(policy({ rules }), draft(text), declared());
  expect(decision.effect).toBe('block');
  expect(decision.findings).toContainEqual(
    expect.objectContaining({
      code: 'prohibitedWords',
      spans: expect.arrayContaining([
        { part: 0, start: text.length - 'forbiddenword'.length, end: text.length },
      ]),
    }),
  );
});

test('names a handful of words and at most 200 places', () => {
  const text = 'shit fuck ass bitch cunt dick cock '.repeat(100);
  const [finding] = evaluate(findPreset('sharing-policy-2022'), draft(text), declared()).findings.filter(
    ({ rule }) => rule === 'prohibited-content',
  );
  expect(finding?.spans).toHaveLength(200);
  expect(finding?.values[0]?.length).toBeLessThanOrEqual(300);
});
