import { expect, test } from 'vitest';
import { FIRST_FORM, requestOf } from '#components/log/export/export-form.ts';
import { exportChoiceSchema } from '#lib/model/log-export.ts';

test('what is made for giving away has no texts, and the whole log', () => {
  expect(requestOf(FIRST_FORM)).toEqual({
    format: 'jsonl',
    texts: 'digests',
    names: 'shown',
    byteOrderMark: true,
  });
});

test('both days belong to the period, as this machine counts days', () => {
  const { from, until } = requestOf({ ...FIRST_FORM, from: '2026-03-29', to: '2026-03-29' });
  expect(from).toBe(new Date(2026, 2, 29).getTime());
  expect(until).toBe(new Date(2026, 2, 30).getTime());
});

test('one site; and what comes out is a choice', () => {
  const { format, byteOrderMark, ...choice } = requestOf({ ...FIRST_FORM, site: 'x', to: '1960-01-01' });
  expect(choice).toMatchObject({ sites: ['x'], until: 0 });
  expect(exportChoiceSchema.parse(choice)).toEqual(choice);
  expect([format, byteOrderMark]).toEqual(['jsonl', true]);
});
