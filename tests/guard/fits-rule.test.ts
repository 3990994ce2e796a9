import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsBody, fitsPath, isPlain, pieceOf } from '#lib/guard/fits-rule.ts';

const includes = (text: string, part: string): boolean => text.includes(part);

test.each([
  ['/api/v1/statuses', '/api/v1/statuses', true],
  ['/api/v1/statuses/12', '/api/v1/statuses', false],
  ['/api/v1/statuses/12', '/api/v1/statuses/*', true],
  ['/api/v1/statuses/12/pin', '/api/v1/statuses/*', false],
  ['/i/api/graphql/abc-_1/CreateTweet', '/i/api/graphql/*/CreateTweet', true],
  ['/i/api/graphql/a/b/CreateTweet', '/i/api/graphql/*/CreateTweet', false],
  ['/i/api/graphql/abc/CreateTweets', '/i/api/graphql/*/CreateTweet', false],
  ['/one', '/*', true],
  ['/one/two', '/*', false],
  ['/post-new.php', '/*new*', true],
  ['/', '/', true],
  ['', '/', false],
])('the path %s against %s: %s', (path, pattern, fits) => {
  expect(fitsPath(path, pattern)).toBe(fits);
});

test('a pattern means what the same regular expression means', () => {
  const piece = fc.constantFrom('a', 'b', '/', 'ab');
  const pattern = fc.array(fc.oneof(piece, fc.constant('*')), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), pattern, (path, wanted) => {
      const expression = new RegExp(
        `^${wanted.map((part) => (part === '*' ? '[^/]*' : part)).join('')}$`,
        'u',
      );
      expect(fitsPath(path.join(''), wanted.join(''))).toBe(expression.test(path.join('')));
    }),
  );
});

test('a pattern of many stars takes no time on a path that does not fit', () => {
  const started = performance.now();
  expect(fitsPath('a'.repeat(4000), `${'*a'.repeat(100)}b`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(500);
});

test('what a body must have may stand in the query; what it must not have may not', () => {
  const rule = { method: 'POST', path: '/', bodyHas: ['share', 'text'], bodyLacks: ['draft'] };
  expect(fitsBody(rule, '?action=share', '{"text":1}', includes)).toBe(true);
  expect(fitsBody(rule, '?action=share', '{}', includes)).toBe(false);
  expect(fitsBody(rule, '?action=share&draft=1', '{"text":1}', includes)).toBe(false);
  expect(fitsBody({ method: 'POST', path: '/' }, '', '', includes)).toBe(true);
});

test('an address that reads plainly has every piece of the pattern that its path fits', () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    '/',
    'ab',
    '.',
    '%61',
    '\\',
    ' ',
    '\t',
    '?',
    '#',
    ':',
    'é',
    '//',
    'https:',
  );
  const start = fc.constantFrom(
    '',
    '/',
    '//x.example/',
    'https://x.example/',
    'https:',
    'HTTP:/',
    ' /',
    'data:',
  );
  const pattern = fc.array(fc.constantFrom('a', 'b', '/', 'ab', '*'), { maxLength: 6 });
  let plain = 0;
  fc.assert(
    fc.property(start, fc.array(piece, { maxLength: 6 }), pattern, (before, parts, wanted) => {
      const address = before + parts.join('');
      const url = URL.parse(address, 'https://x.example/a/b/');
      if (!url || !isPlain(address)) return;
      for (const path of [`/${wanted.join('')}`, url.pathname]) {
        if (!fitsPath(url.pathname, path)) continue;
        plain += 1;
        expect(decodeURI(url.pathname)).toContain(pieceOf(decodeURI(path)));
        expect(address).toContain(pieceOf(decodeURI(path)));
      }
    }),
    { numRuns: 5000 },
  );
  expect(plain).toBeGreaterThan(100);
});

test.each([
  ['/api/v1/statuses', true],
  ['https://x.example/i/api', true],
  ['data:application/json,{}', true],
  ['statuses', false],
  ['v1/statuses:x', false],
  ['?a=/b', false],
  ['/a/../b', false],
  ['/%61', false],
  ['https:b', false],
  ['', false],
])('the address %s reads plainly: %s', (address, plain) => {
  expect(isPlain(address)).toBe(plain);
});

test.each([
  ['/i/api/graphql/*/CreateTweet', '/i/api/graphql/'],
  ['/*', '/'],
  ['*', ''],
  ['/posts', '/posts'],
])('the longest piece of %s is %s', (pattern, piece) => {
  expect(pieceOf(pattern)).toBe(piece);
});
