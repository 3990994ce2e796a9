import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutStretches, type Passage } from '#components/review/stretches.ts';
import { type Piece, toVisiblePieces } from '#components/review/visible-text.ts';

/** "text" as it stands, `!` where a rule points at it, the number of its origin before it. */
const readable = (pieces: readonly Piece[]): string[] =>
  pieces.map(
    (piece) =>
      `${piece.origin ?? ''}${piece.found ? '!' : ''}${piece.is === 'text' ? piece.text : `<${piece.name}>`}`,
  );

describe('passages', () => {
  it.each<[string, string, [number, number][], [number, number, number][], string[]]>([
    ['alone', 'abcdef', [], [[1, 3, 1]], ['a', '1bc', 'def']],
    ['of the whole text', 'abc', [], [[0, 3, 2]], ['2abc']],
    [
      'of two origins that touch',
      'abcd',
      [],
      [
        [0, 2, 1],
        [2, 4, 2],
      ],
      ['1ab', '2cd'],
    ],
    [
      'of one origin that touch are one',
      'abcd',
      [],
      [
        [0, 2, 1],
        [2, 4, 1],
      ],
      ['1abcd'],
    ],
    [
      'that overlap: the first has it',
      'abcdef',
      [],
      [
        [2, 5, 2],
        [0, 3, 1],
      ],
      ['1abc', '2de', 'f'],
    ],
    ['that a finding runs out of', 'abcdef', [[3, 5]], [[1, 4, 1]], ['a', '1bc', '1!d', '!e', 'f']],
    ['that a finding runs into', 'abcdef', [[0, 3]], [[1, 5, 1]], ['!a', '1!bc', '1de', 'f']],
    ['inside a finding', 'abcd', [[0, 4]], [[1, 3, 3]], ['!a', '3!bc', '!d']],
    ['around a finding', 'abcd', [[1, 3]], [[0, 4, 3]], ['3a', '3!bc', '3d']],
    [
      'with invisible characters across their end',
      'ab\u200B\u200Bcd',
      [],
      [[1, 3, 1]],
      ['a', '1b', '1<ZWSP>', '<ZWSP>', 'cd'],
    ],
    ['that would cut a character', 'a👩b', [], [[0, 2, 1]], ['1a👩', 'b']],
    ['beyond the end, empty or before it', 'ab', [], [[-3, 1, 1]], ['1a', 'b']],
    [
      'that are nowhere',
      'ab',
      [],
      [
        [5, 9, 1],
        [1, 1, 2],
      ],
      ['ab'],
    ],
  ])('%s', (_, text, findings, passages, expected) => {
    const pieces = toVisiblePieces(
      text,
      findings.map(([start, end]) => ({ start, end })),
      passages.map(([start, end, origin]) => ({ start, end, origin })),
    );
    expect(readable(pieces)).toEqual(expected);
  });
});

const TEXT = 'a👩b\u200Bcde 🏴f\n';
const range = fc
  .record({ start: fc.integer({ min: -3, max: 20 }), length: fc.nat(12) })
  .map(({ start, length }) => ({ start, end: start + length }));
const passage: fc.Arbitrary<Passage> = fc
  .tuple(range, fc.integer({ min: 1, max: 3 }))
  .map(([{ start, end }, origin]) => ({ start, end, origin }));

it('follow each other without a gap, and say of each character what was said of it', () => {
  fc.assert(
    fc.property(
      fc.array(range, { maxLength: 6 }),
      fc.array(passage, { maxLength: 6 }),
      (findings, passages) => {
        const stretches = cutStretches(TEXT, findings, passages);
        expect(stretches[0]?.start).toBe(0);
        expect(stretches.at(-1)?.end).toBe(TEXT.length);
        stretches.forEach(({ start, end, found, origin }, index) => {
          expect(end).toBeGreaterThan(start);
          if (index > 0) expect(start).toBe(stretches[index - 1]?.end);
          const covers = (one: { start: number; end: number }) =>
            // A range that cuts a character of two units takes all of it.
            one.start < end && start < one.end && one.start < one.end;
          expect(found).toBe(findings.some(covers));
          const theirs = passages.filter(covers).map((one) => one.origin);
          if (origin === undefined) expect(theirs).toEqual([]);
          else expect(theirs).toContain(origin);
        });
      },
    ),
  );
});

it('does not take long over 100,000 characters with thousands of passages and findings', () => {
  const text = 'Ten chars '.repeat(10_000);
  const every = (step: number, length: number) =>
    Array.from({ length: 5000 }, (_, at) => ({ start: at * step, end: at * step + length }));
  const passages = every(20, 9).map((one, index) => ({ ...one, origin: (index % 20) + 1 }));
  const started = performance.now();
  const pieces = toVisiblePieces(text, every(15, 3), passages);
  expect(pieces.map((piece) => (piece.is === 'text' ? piece.text : '')).join('')).toBe(text);
  expect(performance.now() - started).toBeLessThan(1000);
});
