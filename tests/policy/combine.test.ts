import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { RULE_IDS, type RuleId } from '#lib/model/decision.ts';
import { evaluate } from '#lib/policy/evaluate.ts';
import type { Rule } from '#lib/policy/rule.ts';
import { approved, draft, policy, silent } from './samples.ts';

/** Stand-ins for rules: what `evaluate` makes of them whatever they are about. */
const rule = (id: RuleId, check: Rule['check']): Rule => ({
  id,
  title: 'rule_test',
  concerns: 'all',
  codes: ['found'],
  options: z.strictObject({ fine: z.boolean().default(true) }),
  check,
});

const finds: Rule['check'] = () => ({ code: 'found', values: [], spans: [], fix: 'review' });
const says: Rule['check'] = () => undefined;
const throws: Rule['check'] = () => {
  throw new Error('broken');
};

test.each([
  ['throws', throws, {}, 'ruleFailed'],
  ['has options it cannot read', says, { fine: 'no' }, 'ruleOptions'],
] satisfies [string, Rule['check'], Record<string, unknown>, string][])(
  'a rule that %s is never a yes, at any level, not even for an approved text',
  (_, check, options, code) => {
    const final = draft('Hello');
    for (const level of ['advise', 'require'] as const) {
      const rules = { 'human-review': { level, options } };
      const decision = evaluate(policy({ rules }), final, approved(final), {
        'human-review': rule('human-review', check),
      });
      expect(decision.effect).toBe('review');
      expect(decision.findings).toMatchObject([{ rule: 'human-review', level: 'require', code }]);
    }
  },
);

test('a rule that nobody knows is never a yes; one switched off is not asked', () => {
  expect(
    evaluate(policy({ rules: { attribution: { level: 'advise' } } }), draft('Hello'), silent, {}).effect,
  ).toBe('review');
  expect(
    evaluate(policy({ rules: { attribution: { level: 'off' } } }), draft('Hello'), silent, {}).effect,
  ).toBe('allow');
});

/** Any policy over stand-in rules that find, are silent, or fail. */
const behaviour = fc.constantFrom('finds', 'silent', 'throws');
const setting = fc.record({
  behaviour,
  level: fc.constantFrom('off' as const, 'advise' as const, 'require' as const),
});
const behaviours = fc.array(setting, { minLength: RULE_IDS.length, maxLength: RULE_IDS.length });

const build = (settings: { behaviour: string; level: 'off' | 'advise' | 'require' }[]) => ({
  rules: Object.fromEntries(RULE_IDS.map((id, index) => [id, { level: settings[index]?.level ?? 'off' }])),
  behaviours: Object.fromEntries(
    RULE_IDS.map((id, index) => {
      const how = settings[index]?.behaviour;
      return [id, rule(id, how === 'finds' ? finds : how === 'throws' ? throws : says)];
    }),
  ),
});

test('the order of the rules never changes the decision', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      behaviours,
      fc.shuffledSubarray([...RULE_IDS], { minLength: RULE_IDS.length }),
      (settings, order) => {
        const { rules, behaviours } = build(settings);
        const shuffled = Object.fromEntries(order.map((id) => [id, rules[id]]));
        const decide = (rules: unknown) =>
          evaluate({ ...policy(), rules }, draft('Hello'), silent, behaviours);
        expect(decide(shuffled)).toEqual(decide(rules));
      },
    ),
  );
});

test('any finding means at least review, and making a rule stricter never makes the answer milder', {
  timeout: 60_000,
}, () => {
  const strictness = ['allow', 'review', 'block'];
  fc.assert(
    fc.property(behaviours, fc.nat(RULE_IDS.length - 1), (settings, index) => {
      const decide = (changed: typeof settings) => {
        const { rules, behaviours } = build(changed);
        return evaluate({ ...policy(), rules }, draft('Hello'), silent, behaviours);
      };
      const decision = decide(settings);
      expect(decision.effect === 'allow').toBe(decision.findings.length === 0);
      const stricter = settings.map((one, at) =>
        at === index ? { ...one, level: 'require' as const } : one,
      );
      expect(strictness.indexOf(decide(stricter).effect)).toBeGreaterThanOrEqual(
        strictness.indexOf(decision.effect),
      );
    }),
  );
});
