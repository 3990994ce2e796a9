import { expect, test } from 'vitest';
import { createGateMemory, type Foreseen } from '#lib/flow/gate-memory.ts';
import type { Decision } from '#lib/model/decision.ts';
import { decisionOf, draftOf, profileOf } from './samples.ts';

const foreseen = (effect: Decision['effect']): Foreseen => ({
  held: { decision: decisionOf(effect), identities: [] },
});

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
  if (profile) memory.learn(profile);
  expect(memory.judge('key', role, draftOf(''))).toEqual({ is });
});

test.each([
  ['allow', 'pass'],
  ['review', 'hold'],
  ['block', 'hold'],
] as const)('a decision %s about exactly this text and role means %s', (effect, is) => {
  const memory = createGateMemory();
  memory.learn(profileOf({ when: 'always' }));
  memory.remember('key', 'assisted', foreseen(effect), draftOf(''));
  expect(memory.judge('key', 'assisted', draftOf(''))).toEqual({ is });
  expect(memory.judge('key', 'none', draftOf(''))).toEqual({ is: 'hold' });
  expect(memory.judge('another', 'assisted', draftOf(''))).toEqual({ is: 'hold' });
});

test('an approval stands above a decision, for its text alone, until it is spent', () => {
  const memory = createGateMemory();
  memory.learn(profileOf());
  memory.remember('key', 'assisted', foreseen('review'), draftOf(''));
  memory.approve('key', { post: POST, role: 'assisted' });
  expect(memory.judge('key', 'assisted', draftOf(''))).toEqual({
    is: 'approved',
    approved: { post: POST, role: 'assisted' },
  });
  expect(memory.judge('key!', 'assisted', draftOf(''))).toEqual({ is: 'hold' });
  memory.spend('key');
  expect(memory.findApproval('key')).toBeUndefined();
  expect(memory.judge('key', 'assisted', draftOf(''))).toEqual({ is: 'hold' });
});

test('old decisions are forgotten, and what is forgotten is asked again', () => {
  const memory = createGateMemory();
  memory.learn(profileOf({ when: 'always' }));
  memory.remember('first', undefined, foreseen('allow'), draftOf(''));
  for (let number = 0; number < 20; number += 1)
    memory.remember(`text ${number}`, undefined, foreseen('allow'), draftOf(''));
  expect(memory.judge('first', undefined, draftOf(''))).toEqual({ is: 'hold' });
  expect(memory.judge('text 19', undefined, draftOf(''))).toEqual({ is: 'pass' });
});

test('under another policy what was foreseen counts no more, and what a person approved does', () => {
  const memory = createGateMemory();
  memory.learn(profileOf({ when: 'always', stamp: 'one' }));
  memory.remember('key', undefined, foreseen('allow'), draftOf(''));
  memory.approve('approved', { post: POST, role: 'assisted' });
  memory.learn(profileOf({ when: 'always', stamp: 'one' }));
  expect(memory.judge('key', undefined, draftOf(''))).toEqual({ is: 'pass' });
  memory.learn(profileOf({ when: 'always', stamp: 'two' }));
  expect(memory.judge('key', undefined, draftOf(''))).toEqual({ is: 'hold' });
  expect(memory.judge('approved', undefined, draftOf(''))).toMatchObject({ is: 'approved' });
});

test('one text can be forgotten alone', () => {
  const memory = createGateMemory();
  memory.learn(profileOf());
  memory.remember('key', 'assisted', foreseen('review'), draftOf(''));
  memory.remember('other', 'assisted', foreseen('review'), draftOf(''));
  memory.forget('key', 'assisted');
  expect(memory.findForeseen('key', 'assisted')).toBeUndefined();
  expect(memory.findForeseen('other', 'assisted')).toEqual(foreseen('review'));
});

test('where answers of AI tools are remembered, a text that nobody looked at is held', () => {
  const memory = createGateMemory();
  memory.learn(profileOf({ remembers: true }));
  expect(memory.judge('key', undefined, draftOf('A text.'))).toEqual({ is: 'hold' });
});

test('a few characters more than what was found clean pass, a passage more does not', () => {
  const memory = createGateMemory();
  memory.learn(profileOf({ remembers: true }));
  const clean = 'Soup for lunch, then the slow train home.';
  memory.remember('clean', undefined, foreseen('allow'), draftOf(clean));
  expect(memory.judge('a', undefined, draftOf(`${clean} And tea.`))).toEqual({ is: 'pass' });
  expect(memory.judge('b', undefined, draftOf(clean.replace('slow', 'very slow')))).toEqual({ is: 'pass' });
  expect(memory.judge('c', undefined, draftOf(`${clean} And then a whole sentence.`))).toEqual({
    is: 'hold',
  });
  expect(memory.judge('a', 'assisted', draftOf(`${clean} And tea.`))).toEqual({ is: 'hold' });
  memory.learn(profileOf({ remembers: true, stamp: 'another answer is remembered' }));
  expect(memory.judge('a', undefined, draftOf(`${clean} And tea.`))).toEqual({ is: 'hold' });
});

test('a picture that is new beside a text that was found clean is looked at', () => {
  const memory = createGateMemory();
  memory.learn(profileOf({ remembers: true }));
  const clean = draftOf('Soup for lunch.');
  memory.remember('clean', undefined, foreseen('allow'), clean);
  const withPicture = (key: string) =>
    draftOf('Soup for lunch.', {
      parts: [{ text: 'Soup for lunch.', media: [{ kind: 'image', key }] }],
    });
  expect(memory.judge('a', undefined, withPicture('a.png'))).toEqual({ is: 'hold' });
  memory.remember('a', undefined, foreseen('allow'), withPicture('a.png'));
  expect(memory.judge('a!', undefined, withPicture('a.png'))).toEqual({ is: 'pass' });
  expect(memory.judge('b', undefined, withPicture('b.png'))).toEqual({ is: 'hold' });
});
