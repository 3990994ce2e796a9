import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReport } from '#lib/flow/guard-link.ts';

const request = { request: 1, kind: 'fetch', method: 'POST', url: 'https://x.com/', body: '{}' };

test.each([
  request,
  { request: 2, kind: 'beacon', method: 'POST', url: '/' },
  { answered: 1, status: 200, body: '' },
  { answered: 1, status: 500 },
  { lost: 1 },
  { ping: true },
])('what the guard says is read: %j', (report) => {
  expect(readReport(JSON.stringify(report))).toEqual(report);
});

test.each([
  undefined,
  7,
  { ...request },
  '',
  'null',
  '[]',
  '{"request":1}',
  JSON.stringify({ ...request, kind: 'worker' }),
  JSON.stringify({ ...request, request: 1.5 }),
  JSON.stringify({ ...request, url: 1 }),
  '{"answered":1}',
  '{"lost":"1"}',
  '{"ping":"yes"}',
])('anything else is nothing: %j', (detail) => {
  expect(readReport(detail)).toBeUndefined();
});

test('only what is known is taken over, and a body that is no text is none', () => {
  const more = { ...request, body: 7, authority: 'all', __proto__: { ping: true } };
  expect(readReport(JSON.stringify(more))).toEqual({
    request: 1,
    kind: 'fetch',
    method: 'POST',
    url: 'https://x.com/',
  });
});

test('whatever a page says, reading it ends without an error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (detail) => {
      const read = readReport(detail);
      if (read) expect(Object.keys(read).length).toBeGreaterThan(0);
    }),
  );
});
