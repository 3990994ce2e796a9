import fc from 'fast-check';
import twitterText from 'twitter-text';
import { expect, test } from 'vitest';
import { countText } from '#lib/label/count/count-text.ts';
import { X_WEIGHTED_VECTORS } from './x-weighted-vectors.ts';

const count = (text: string): number => countText(text, { type: 'x-weighted' });
const official = (text: string): number => twitterText.parseTweet(text).weightedLength;

test.each(X_WEIGHTED_VECTORS)('published vector: $description', ({ text, weightedLength }) => {
  expect(official(text), 'the vector as copied').toBe(weightedLength);
  expect(count(text)).toBe(weightedLength);
});

/** Emoji that came after the package (Unicode 12 to 16): it counts their parts, X today counts them as one. */
const NEWER_TONED =
  /[\u{1F46B}-\u{1F46D}\u{1F46F}\u{1F48F}\u{1F491}\u{1F90C}\u{1F90F}\u{1F91D}\u{1F93C}\u{1F977}\u{1F9BB}\u{1F9CD}-\u{1F9CF}\u{1FAC3}-\u{1FAC5}\u{1FAF0}-\u{1FAF8}]\u{1F3FD}/u;
const NEWER_SELECTED = /[\u267E\u26A7]\uFE0F/u;

test('counts every emoji, plain, selected, toned or as a keycap, like the official package', {
  timeout: 60_000,
}, () => {
  const differing: string[] = [];
  let checked = 0;
  for (let codePoint = 0; codePoint < 0x20000; codePoint += 1) {
    const character = String.fromCodePoint(codePoint);
    if (!/\p{Emoji}/u.test(character)) continue;
    const forms = [
      '',
      '\uFE0F',
      '\uFE0E',
      '\u20E3',
      '\uFE0F\u20E3',
      ...(/\p{Emoji_Modifier_Base}/u.test(character) ? ['\u{1F3FD}'] : []),
    ];
    for (const form of forms) {
      const text = character + form;
      checked += 1;
      if (!NEWER_TONED.test(text) && !NEWER_SELECTED.test(text) && official(text) !== count(text))
        differing.push(text);
    }
  }
  expect(checked).toBeGreaterThan(7000);
  expect(differing).toEqual([]);
});

const fragment = fc.constantFrom(
  ...[
    'http://',
    'https://',
    'HTTP://',
    'ftp://',
    'example.com',
    'www.example.co.uk',
    'qux',
    'quux',
    '.com',
    '.de',
    'com',
    'co',
  ],
  ...[
    't.co/',
    'https://t.co/abc',
    'https://t.co/',
    't.co',
    'org',
    '.xn--p1ai',
    'xn--abc.com',
    '.app',
    '.dev',
    '.рф',
    '.中国',
    '.みんな',
  ],
  ...[
    '/',
    '/path',
    '/a(b)c',
    '(',
    ')',
    '](',
    '[',
    ']',
    '?q=1',
    '?',
    '#frag',
    '#',
    '@',
    '＠',
    '＃',
    '$',
    '-',
    '_',
    ':8080',
    ':',
  ],
  ...[
    '.',
    '!',
    '.,',
    '…',
    '—',
    '“',
    '”',
    '+',
    '%20',
    '&',
    '=',
    '~',
    '|',
    "'",
    '"',
    '*',
    ';',
    '\u2013',
    ' ',
    '\n',
    '\t',
    '\u2028',
    '\u3000',
  ],
  ...[
    'user@example.com',
    '@user@mastodon.social',
    'example.com/@user/',
    'example.com/a_(b)',
    'пример.рф',
    '☃.net',
  ],
  ...[
    'a',
    'Z',
    '9',
    'é',
    'ü',
    'ñ',
    '日本',
    'の',
    '日本語',
    '한',
    'Ж',
    'ا',
    'e\u0301',
    'A\u030A',
    '\u0344',
    '\uFB2C',
  ],
  ...['\u200D', '\u200B', '\u200C', '\uFEFF', '\uFFFE', '\u2066', '\u202A', '\u200F', '\uD83D', '\uDC00'],
  ...['😀', '👨‍👩‍👧‍👦', '👍🏽', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇩🇪', '1️⃣', '#⃣', '☺', '☺️', '❤️', '©', '©️'],
);

const KNOWN_ENDINGS = new Set(['com', 'co', 'uk', 'de', 'org', 'app', 'dev', 'net']);

/** Where the two may differ, by choice or by a slip of the package: each case is listed in lib/label/README.md. */
const isOutOfScope = (text: string): boolean => {
  // After a protocol any ending counts for us; the package knows them all.
  for (const [host] of text.matchAll(/(?<=https?:\/\/)[^\s/:?!#@()]+/giu))
    for (const label of host.split('.').slice(1)) {
      const ending = /^[a-z]{2,}/iu.exec(label)?.[0];
      if (ending !== undefined && !KNOWN_ENDINGS.has(ending.toLowerCase())) return true;
    }
  // Labels near the limit of 63 that are not ASCII: signs are mapped before they are measured, or not.
  if (/[^\s/:]{25}/u.test(text) && /[^\0-\x7F]/u.test(text)) return true;
  if (/\.xn--/u.test(text) && /[^\0-\x7F]/u.test(text)) return true;
  // A host behind a broken one: counted alike, but the package swallows its path and what links are in it.
  if (/[-_.]{2}|_[^\s/]*\./u.test(text)) return true;
  // The package loses the offset of a link whose host is only partly ASCII.
  return twitterText
    .extractUrlsWithIndices(text.normalize())
    .some(({ url, indices: [start, end] }) => url.length !== end - start);
};

test('counts links, scripts, emoji and invisible characters in any mixture like the official package', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(
      fc.array(fragment, { maxLength: 9 }).map((pieces) => pieces.join('')),
      (text) => {
        fc.pre(!isOutOfScope(text));
        expect(count(text)).toBe(official(text));
      },
    ),
    { numRuns: 20_000 },
  );
});

test('counts any text without a dot like the official package', { timeout: 60_000 }, () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 }).filter((string) => !string.includes('.'));
  fc.assert(
    fc.property(text, (string) => {
      fc.pre(!/\p{Emoji_Presentation}/u.test(string));
      expect(count(string)).toBe(official(string));
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ['wait...example.com', 18],
  ['see foo_bar.com now', 19],
  ['mail me@example.com', 19],
  ['https://my-server.internal/status', 23],
  ['[site](https://example.com/a) text', 36],
  ['https://t.co/abc/def', 27],
  [`https://t.co/${'a'.repeat(41)}`, 54],
])('counts %s as %i', (text, expected) => {
  expect(count(text)).toBe(expected);
});
