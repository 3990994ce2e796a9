import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, toVisiblePieces } from '#components/review/visible-text.ts';

const readable = (pieces: Piece[]): string =>
  pieces.map((piece) => (piece.is === 'text' ? piece.text : `<${piece.name}*${piece.times}>`)).join('');

describe('toVisiblePieces', () => {
  it.each([
    ['bidi override', 'a\u202Eb\u202C', 'a<RLO*1>b<PDF*1>'],
    ['a run of one character', 'a\u200B\u200B\u200Bb', 'a<ZWSP*3>b'],
    ['tag characters', 'a\u{E0041}', 'a<U+E0041*1>'],
    ['a control character', 'a\u0000b', 'a<U+0000*1>b'],
    ['half of a surrogate pair', 'a\uD800b', 'a<U+D800*1>b'],
    ['a joiner between letters that do not join', 'a\u200Db', 'a<ZWJ*1>b'],
    ['a variation selector on a plain letter', 'a\uFE0F', 'a<U+FE0F*1>'],
  ])('shows %s', (_, text, expected) => {
    expect(readable(toVisiblePieces(text))).toBe(expected);
  });

  it.each([
    ['a family joined from people', '👩‍👩‍👧 and 👩🏽‍💻'],
    ['a flag spelt with tags', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['an emoji in colour', '❤️ ☎️ 1️⃣'],
    ['Persian with its half space', 'می‌خواهم'],
    ['Hindi with a joiner', 'क्‍ष'],
    ['lines and tabs', 'a\r\n\tb'],
  ])('leaves %s alone', (_, text) => {
    expect(toVisiblePieces(text)).toEqual([{ is: 'text', text, found: false }]);
  });

  it('marks the ranges, also where they overlap or run beyond the end', () => {
    const pieces = toVisiblePieces('abcdef', [
      { start: 3, end: 4 },
      { start: 1, end: 3 },
      { start: 5, end: 99 },
    ]);
    expect(pieces.map((piece) => [readable([piece]), piece.found])).toEqual([
      ['a', false],
      ['bcd', true],
      ['e', false],
      ['f', true],
    ]);
  });

  it('loses nothing of any text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '👩', '\u200D', 'ש', '🏴', 'é') });
    fc.assert(
      fc.property(text, fc.nat(20), fc.nat(20), (value, start, length) => {
        const joined = toVisiblePieces(value, [{ start, end: start + length }])
          .map((piece) => (piece.is === 'text' ? piece.text : '\u200D'.repeat(piece.times)))
          .join('');
        expect(joined).toBe(value);
      }),
    );
  });

  it('makes few pieces of a text that is all marks', () => {
    const pieces = toVisiblePieces('a\u200Bb\u200C'.repeat(25_000));
    expect(pieces.length).toBeLessThan(1000);
    expect(readable(pieces.slice(-1))).toContain('a⟦ZWSP⟧b⟦ZWNJ⟧');
  });
});
