import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countExcess, countText } from '#lib/label/count/count-text.ts';
import { findLinks } from '#lib/label/count/links.ts';

const FAMILY = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}';

test.each([
  ['hello', 5],
  [`a${FAMILY}b`, 3],
  ['e\u0301', 1],
  ['\r\n', 1],
  ['see https://example.com', 15],
  ['see https://example.com/', 15],
  ['see https://example.com/0123456789abcd', 30],
  ['see https://example.com/0123456789abcde', 31],
  ['(https://example.com/a)', 15],
  ['https://example.com/a, then', 19],
  ['example.com/a/very/long/path/indeed', 35],
])('Bluesky: %j is %i graphemes', (text, expected) => {
  expect(countText(text, { type: 'graphemes' })).toBe(expected);
});

test.each([
  ['hello', 5],
  [FAMILY, 1],
  ['see https://example.com here', 32],
  ['see https://example.com/a/very/long/path?with=a#query here', 32],
  ['see example.com here', 20],
  ['hi @bob', 7],
  ['hi @bob@example.com', 7],
  ['@bob@example.com look https://example.com', 33],
  ['mail arnt@example.org', 21],
])('Mastodon: %j is %i characters', (text, expected) => {
  expect(countText(text, { type: 'mastodon' })).toBe(expected);
});

test.each([
  ['hello', 5],
  ['größer', 6],
  ['日本語', 3],
  ['a😀b', 6],
  ['❤️', 6],
  ['1️⃣', 7],
  ['🇩🇪', 8],
  [FAMILY, 25],
  ['see https://example.com', 23],
  // An ideograph beyond the first plane is one character, not two.
  ['𠮷', 1],
])('Threads: %j is %i characters', (text, expected) => {
  expect(countText(text, { type: 'emoji-bytes' })).toBe(expected);
});

test('plain counts code units', () => {
  expect(countText(FAMILY, { type: 'plain' })).toBe(11);
});

test('says how many characters are too many', () => {
  expect(countExcess('abcdef', { type: 'plain', limit: 4 })).toBe(2);
  expect(countExcess('abcdef', { type: 'plain', limit: 0 })).toBe(0);
  expect(countExcess('abcdef', { type: 'graphemes', limit: 6 })).toBe(0);
});

test('bounds the bytes as well: 300 families are 300 graphemes but 7,500 bytes', () => {
  const counter = { type: 'graphemes', limit: 300, maxBytes: 3000 } as const;
  expect(countExcess(FAMILY.repeat(300), counter)).toBe(180);
  expect(countExcess(FAMILY.repeat(120), counter)).toBe(0);
});

test('links are in order, inside the text, and never overlap', { timeout: 60_000 }, () => {
  const piece = fc.constantFrom(
    'http://',
    'example.com',
    '/a(b)',
    '.',
    ' ',
    'の',
    '-',
    '@',
    'x',
    '(',
    '?q=',
    't.co/',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      let position = 0;
      for (const { start, end } of findLinks(text, { bare: true })) {
        expect(start).toBeGreaterThanOrEqual(position);
        expect(end).toBeGreaterThan(start);
        position = end;
      }
      expect(position).toBeLessThanOrEqual(text.length);
    }),
  );
});
