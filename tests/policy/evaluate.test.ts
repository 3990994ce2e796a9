import fc from 'fast-check';
import { expect, test } from 'vitest';
import { previewLabel } from '#lib/label/preview-label.ts';
import { decisionSchema } from '#lib/model/decision.ts';
import type { Draft } from '#lib/model/draft.ts';
import { ROLES, type Role } from '#lib/model/role.ts';
import { evaluate, proposeRole } from '#lib/policy/evaluate.ts';
import { gateProfile } from '#lib/policy/gate-profile.ts';
import { PRESETS } from '#lib/policy/presets/index.ts';
import type { DraftContext } from '#lib/policy/rule.ts';
import { SITES } from '#lib/sites/index.ts';
import { ADA, approved, declared, draft, generated, LABEL, policy, silent } from './samples.ts';

const codes = (findings: readonly { code: string }[]): string[] => findings.map(({ code }) => code);

test.each([...PRESETS.values()])('$id: a human post without evidence passes, with nothing said', (preset) => {
  for (const phase of ['typing', 'held', 'final'] as const)
    expect(evaluate(preset, draft('Hello, damn it'), { phase, evidence: [] })).toMatchObject({
      effect: 'allow',
      findings: [],
    });
  expect(gateProfile(preset).asksAboutAll).toBe(false);
});

test.each([...PRESETS.values()])(
  '$id: a post with AI in it is reviewed, named and labelled, and then passes',
  (preset) => {
    const text = draft('Hello world');
    const held = evaluate(preset, text, declared({ identity: undefined }));
    expect(held.effect).toBe('review');
    expect(codes(held.findings)).toEqual(['labelMissing', 'nameMissing', 'reviewMissing']);

    for (const { composers } of SITES)
      for (const composer of composers) {
        const { parts } = previewLabel(
          text,
          { role: 'generated-reviewed', identity: ADA, language: 'en' },
          composer,
        );
        const final: Draft = { ...text, parts: parts.map((part) => ({ text: part, media: [] })) };
        const context = approved(final, { fold: composer.fold, counter: composer.counter });
        expect(evaluate(preset, final, context)).toMatchObject({ effect: 'allow', findings: [] });
      }
  },
);

test.each([...PRESETS.values()])(
  '$id: a content warning carries the label, and the post then passes',
  (preset) => {
    const held: Draft = { ...draft('Hello world'), warning: 'Spoilers' };
    const decision = evaluate(preset, held, declared());
    expect(decision.labelPlace).toBe('warning');
    const chosen = { role: 'generated-reviewed', identity: ADA, language: 'en' } as const;
    const mastodon = { counter: { type: 'mastodon', limit: 500 } } as const;
    const { parts, warning } = previewLabel(held, chosen, mastodon, decision);
    expect(parts).toEqual(['Hello world']);
    const final: Draft = { ...held, warning: warning?.text };
    expect(evaluate(preset, final, approved(final))).toMatchObject({ effect: 'allow', findings: [] });
  },
);

test('where the policy ignores content warnings, a label counts in the text alone', () => {
  const ignoring = policy({
    rules: {
      'ai-label': { level: 'require' },
      attribution: { level: 'require' },
      'label-placement': { level: 'require', options: { contentWarning: 'ignore' } },
    },
  });
  const inWarning: Draft = { ...draft('Hello'), warning: `${LABEL} Spoilers` };
  const refused = evaluate(ignoring, inWarning, approved(inWarning));
  expect(refused.labelPlace).toBeUndefined();
  expect(codes(refused.findings)).toEqual(['labelMissing', 'nameNotInLabel']);
  const inText: Draft = { ...draft(`${LABEL}\nHello`), warning: 'Spoilers' };
  expect(evaluate(ignoring, inText, approved(inText)).effect).toBe('allow');
});

test('the answer names the policy, its version and what it allows', () => {
  expect(evaluate(policy(), draft('Hello'), declared())).toMatchObject({
    policy: { id: 'test', version: '7' },
    override: { allowed: true, reasonRequired: true },
    proposedRole: 'generated-reviewed',
    evidence: [{ kind: 'declared', role: 'generated-reviewed' }],
  });
});

test.each([
  ['always', undefined, [], true],
  ['evidence', undefined, [], false],
  ['declared', undefined, [], false],
  ['evidence', undefined, ['assisted'], true],
  ['evidence', 'none', ['assisted'], true],
  ['declared', undefined, ['assisted'], true],
  ['declared', 'assisted', [], true],
  ['evidence', 'none', ['none'], false],
] as const)('gate %s, role %s, evidence %j: the AI rules apply: %s', (when, role, evidence, applies) => {
  const decision = evaluate(policy({ gate: { when, failure: 'hold' } }), draft('Hello'), {
    phase: 'held',
    role,
    evidence: evidence.map((role) => ({ kind: 'declared', role })),
  });
  expect(decision.effect).toBe(applies ? 'review' : 'allow');
});

test('what the evidence says no label needs, reviewed, may go without', () => {
  const text = draft('Hello');
  const context = approved(text, {
    role: 'none',
    identity: undefined,
    evidence: [{ kind: 'declared', role: 'assisted' }],
  });
  expect(evaluate(policy(), text, context)).toMatchObject({ effect: 'allow', proposedRole: 'assisted' });
});

test('an approved text is held again when a word changes, a name or the label goes', () => {
  const final = draft(`${LABEL}\nHello`);
  const context = approved(final);
  const effectOf = (other: Draft, changed: Partial<DraftContext> = {}) =>
    evaluate(policy(), other, { ...context, ...changed }).effect;
  expect(effectOf(final)).toBe('allow');
  expect(effectOf(draft(`${LABEL}\nHello!`))).toBe('review');
  expect(effectOf(draft('Hello'))).toBe('review');
  expect(effectOf(final, { identity: { ...ADA, name: 'Bob' } })).toBe('review');
  expect(effectOf(final, { role: 'assisted' })).toBe('review');
});

test('advice asks, and is passed by approving exactly this text', () => {
  const text = draft(`https://example.com ${LABEL}`);
  const held = evaluate(policy(), text, { ...approved(text), phase: 'held' });
  expect(held.effect).toBe('review');
  const final = evaluate(policy(), text, approved(text));
  expect(final.effect).toBe('allow');
  expect(codes(final.findings)).toEqual(['labelBehindLink']);
  expect(evaluate(policy(), text, { ...approved(text), reviewedKey: 'other' }).effect).toBe('review');
});

test('forbidden words block where they are required to go, whatever else is right', () => {
  const rules = { ...policy().rules, 'prohibited-content': { level: 'require' as const } };
  const final = draft(`${LABEL}\nwhat the fuck`);
  expect(evaluate(policy({ rules }), final, approved(final)).effect).toBe('block');
  expect(evaluate(policy(), final, approved(final)).effect).toBe('allow');
  expect(evaluate(policy(), final, { ...approved(final), phase: 'held' }).effect).toBe('review');
  expect(evaluate(policy({ rules }), draft('what the fuck'), silent).effect).toBe('allow');
});

test('a rule may ask about human posts too, and then the gate is told', () => {
  const rules = { 'prohibited-content': { level: 'advise' as const, options: { applies: 'all' } } };
  expect(evaluate(policy({ rules }), draft('what the fuck'), silent).effect).toBe('review');
  expect(gateProfile(policy({ rules }))).toEqual({
    when: 'evidence',
    failure: 'hold',
    requests: 'observe',
    asksAboutAll: true,
  });
  expect(gateProfile(policy())).toEqual({
    when: 'evidence',
    failure: 'hold',
    requests: 'observe',
    asksAboutAll: false,
  });
  expect(gateProfile(policy({ gate: { when: 'always', failure: 'allow' } }))).toMatchObject({
    when: 'always',
    asksAboutAll: true,
  });
});

test.each([
  undefined,
  null,
  'text',
  {},
  { ...policy(), version: 7 },
  { ...policy(), rules: { 'no-such-rule': { level: 'require' } } },
])('a stored policy that does not parse reviews everything by the strictest rules: %j', (stored) => {
  const decision = evaluate(stored, draft('Hello'), silent);
  expect(decision.effect).toBe('review');
  expect(decision.policy).toEqual({ id: 'unreadable', version: '0' });
  expect(codes(decision.findings)).toEqual(['reviewMissing', 'policyUnreadable']);
  expect(decision.override).toEqual({ allowed: true, reasonRequired: true });
  expect(gateProfile(stored)).toEqual({
    when: 'always',
    failure: 'hold',
    requests: 'enforce',
    asksAboutAll: true,
  });
});

test('with an unreadable policy a reviewed, labelled post still goes out, and the log hears why', () => {
  const final = draft(`${LABEL}\nHello`);
  const decision = evaluate(undefined, final, approved(final));
  expect(decision.effect).toBe('allow');
  expect(codes(decision.findings)).toEqual(['policyUnreadable']);
});

test.each(['always', 'evidence', 'declared'] as const)(
  'gate %s: what is remembered asks for a reason at a role exactly where the answer says that it counts',
  (when) => {
    const rules = { 'role-evidence': { level: 'require' as const } };
    const asking = policy({ gate: { when, failure: 'hold' }, rules });
    const ask = (role: Role) => {
      const evidence = [{ kind: 'declared', role } as const, generated()];
      return evaluate(asking, draft('Hello'), { phase: 'held', role, evidence });
    };
    expect(codes(ask('assisted').findings)).toEqual(['roleBelowEvidence']);
    const none = ask('none');
    expect(none.onlyDeclared ?? false).toBe(when === 'declared');
    expect(codes(none.findings)).toEqual(none.onlyDeclared ? [] : ['roleBelowEvidence']);
  },
);

test('proposes the role with most AI in it', () => {
  expect(proposeRole([])).toBe('none');
  expect(
    proposeRole([
      { kind: 'declared', role: 'coauthored' },
      { kind: 'declared', role: 'assisted' },
    ]),
  ).toBe('coauthored');
});

test('every decision is one the model knows, for any text and context', { timeout: 60_000 }, () => {
  const context = fc.record(
    {
      phase: fc.constantFrom('typing', 'held', 'final'),
      role: fc.constantFrom(...ROLES),
      evidence: fc.array(fc.record({ kind: fc.constant('declared'), role: fc.constantFrom(...ROLES) }), {
        maxLength: 3,
      }),
      identity: fc.constant(ADA),
      language: fc.constantFrom('en', 'de', 'pl', 'zz-ZZ', ''),
    },
    { requiredKeys: ['phase', 'evidence'] },
  ) as fc.Arbitrary<DraftContext>;
  const texts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem(), fc.constant(`${LABEL} fuck`)), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(texts, context, fc.constantFrom(...PRESETS.values(), undefined), (texts, context, preset) => {
      const decision = evaluate(preset, draft(...texts), context);
      expect(decisionSchema.safeParse(decision).error).toBeUndefined();
    }),
  );
});
