import { describe, expect, it } from 'vitest';
import { foldChanges } from '#components/review/fold-changes.ts';
import type { Change } from '#lib/model/changes.ts';

const words = (count: number, name = 'w'): string[] =>
  Array.from({ length: count }, (_, at) => `${name}${at} `);
const change = (is: Change['is'], count: number): Change => ({ is, words: words(count) });

/** "same", "same 84" where 84 words are folded. */
const told = (...changes: Change[]): string[] =>
  foldChanges(changes).pieces.map(({ is, folded }) => (folded > 0 ? `${is} ${folded}` : is));

describe('what is folded', () => {
  it('is what did not change, but for the words around a change', () => {
    expect(
      told(
        change('same', 100),
        change('removed', 1),
        change('same', 100),
        change('added', 1),
        change('same', 100),
      ),
    ).toEqual(['same 92', 'same', 'removed', 'same', 'same 84', 'same', 'added', 'same', 'same 92']);
    const [, before] = foldChanges([change('same', 100), change('added', 1)]).pieces;
    expect(before?.text).toBe(words(100).slice(-8).join(''));
  });
  it('is nothing that is short', () =>
    expect(told(change('same', 19), change('removed', 60), change('same', 27), change('added', 1))).toEqual([
      'same',
      'removed',
      'same',
      'added',
    ]));
  it('is the middle of a long change', () =>
    expect(told(change('removed', 500), change('added', 61))).toEqual([
      'removed',
      'removed 460',
      'removed',
      'added',
      'added 21',
      'added',
    ]));
  it('is the whole of a text in which nothing changed', () =>
    expect(told(change('same', 50))).toEqual(['same 50']));
  it('says where other text stands', () =>
    expect(told(change('same', 3), change('apart', 0), change('same', 3))).toEqual([
      'same',
      'apart',
      'same',
    ]));
});

it('leaves no word out', () => {
  const all = [change('same', 100), change('removed', 200), change('added', 80), change('same', 50)];
  expect(
    foldChanges(all)
      .pieces.map(({ text }) => text)
      .join(''),
  ).toBe(all.flatMap((one) => one.words).join(''));
});

it('counts words and not marks', () => {
  const folded = foldChanges([
    { is: 'removed', words: ['one ', 'two', ', '] },
    { is: 'added', words: ['“', '三', '” '] },
  ]);
  expect([folded.removed, folded.added]).toEqual([2, 1]);
});

it('shows so many changes and counts the further ones', () => {
  const many = Array.from({ length: 1000 }, (_, at) => change(at % 2 === 0 ? 'same' : 'added', 1));
  const { pieces, further } = foldChanges(many);
  expect(pieces).toHaveLength(400);
  expect(further).toBe(300);
});
