import { expect, test } from 'vitest';
import { MOVES, move, type PostState } from '#lib/flow/post-state.ts';

type Name = PostState['is'];
const NAMES = Object.keys(MOVES) as Name[];
const at = (is: Name): PostState => ({ is }) as PostState;

test.each(NAMES.flatMap((from) => NAMES.map((to) => [from, to] as const)))(
  'from %s to %s: the table decides',
  (from, to) => {
    if (MOVES[from].includes(to)) expect(move(at(from), at(to)).is).toBe(to);
    else expect(() => move(at(from), at(to))).toThrow(`from ${from} to ${to}`);
  },
);

test('a post that has ended goes nowhere', () => {
  expect(MOVES.settled).toEqual([]);
});

test('from everywhere a post can end', () => {
  for (const name of NAMES.filter((one) => one !== 'settled')) expect(MOVES[name]).toContain('settled');
});

test('nothing that was stopped or is being reviewed is let go without an approval', () => {
  expect(MOVES.reviewing).not.toContain('releasing');
  expect(MOVES.stopped).not.toContain('releasing');
  expect(MOVES.stopped).not.toContain('confirming');
});
