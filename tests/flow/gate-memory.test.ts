import { expect, test } from 'vitest';
import { createGateMemory } from '#lib/flow/gate-memory.ts';
import { decisionOf, profileOf } from './samples.ts';

const POST = '00000000-0000-4000-8000-000000000001';

test.each([
  ['no profile yet', undefined, undefined, 'hold'],
  ['no profile yet', undefined, 'none', 'hold'],
  ['asked on evidence', profileOf(), undefined, 'pass'],
  ['asked on evidence', profileOf(), 'none', 'pass'],
  ['asked on evidence', profileOf(), 'assisted', 'hold'],
  ['asked on evidence', profileOf(), 'generated-reviewed', 'hold'],
  ['asked when declared', profileOf({ when: 'declared' }), undefined, 'pass'],
  ['asked when declared', profileOf({ when: 'declared' }), 'coauthored', 'hold'],
  ['asked always', profileOf({ when: 'always' }), undefined, 'hold'],
  ['asked always', profileOf({ when: 'always' }), 'none', 'hold'],
  ['a rule asks about all', profileOf({ asksAboutAll: true }), undefined, 'hold'],
  ['a rule asks about all', profileOf({ asksAboutAll: true }), 'none', 'hold'],
] as const)('%s, role %3$s: %4$s', (_, profile, role, is) => {
  const memory = createGateMemory();
  memory.profile = profile;
  expect(memory.judge('key', role)).toEqual({ is });
});

test.each([
  ['allow', 'pass'],
  ['review', 'hold'],
  ['block', 'hold'],
] as const)('a decision %s about exactly this text and role means %s', (effect, is) => {
  const memory = createGateMemory();
  memory.profile = profileOf({ when: 'always' });
  memory.remember('key', 'assisted', decisionOf(effect));
  expect(memory.judge('key', 'assisted')).toEqual({ is });
  expect(memory.judge('key', 'none')).toEqual({ is: 'hold' });
  expect(memory.judge('another', 'assisted')).toEqual({ is: 'hold' });
});

test('an approval stands above a decision, for its text alone, until it is spent', () => {
  const memory = createGateMemory();
  memory.profile = profileOf();
  memory.remember('key', 'assisted', decisionOf('review'));
  memory.approve('key', { post: POST, role: 'assisted' });
  expect(memory.judge('key', 'assisted')).toEqual({
    is: 'approved',
    approved: { post: POST, role: 'assisted' },
  });
  expect(memory.judge('key!', 'assisted')).toEqual({ is: 'hold' });
  memory.spend('key');
  expect(memory.findApproval('key')).toBeUndefined();
  expect(memory.judge('key', 'assisted')).toEqual({ is: 'hold' });
});

test('old decisions are forgotten, and what is forgotten is asked again', () => {
  const memory = createGateMemory();
  memory.profile = profileOf({ when: 'always' });
  memory.remember('first', undefined, decisionOf('allow'));
  for (let number = 0; number < 20; number += 1)
    memory.remember(`text ${number}`, undefined, decisionOf('allow'));
  expect(memory.judge('first', undefined)).toEqual({ is: 'hold' });
  expect(memory.judge('text 19', undefined)).toEqual({ is: 'pass' });
});
