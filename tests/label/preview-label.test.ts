import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countText } from '#lib/label/count/count-text.ts';
import { chooseForm, previewLabel } from '#lib/label/preview-label.ts';
import type { Draft } from '#lib/model/draft.ts';
import type { Choice } from '#lib/model/label-preview.ts';
import { ADA, identity, language, role, text } from './samples.ts';

const X = { counter: { type: 'x-weighted', limit: 280 } } as const;
const choice: Choice = { role: 'generated-reviewed', identity: ADA, language: 'en' };
const draft = (...texts: string[]): Pick<Draft, 'parts' | 'limit'> => ({
  parts: texts.map((text) => ({ text, media: [] })),
});

const LONG = '[AI-generated: drafted by AI, reviewed and approved by Ada Example]';
const SHORT = '[AI-generated, reviewed by Ada Example]';

test('takes the long label where it fits', () => {
  expect(previewLabel(draft('Hello'), choice, X)).toEqual({
    label: LONG,
    parts: [`${LONG}\nHello`],
    counts: [{ count: LONG.length + 6, limit: 280 }],
    form: 'long',
    tooMany: 0,
    findings: [],
  });
});

test('takes the short label where only that fits, down to the last character', () => {
  const room = 280 - SHORT.length - 1;
  expect(previewLabel(draft('x'.repeat(room)), choice, X)).toMatchObject({
    form: 'short',
    tooMany: 0,
    label: SHORT,
  });
});

test('says how many characters are too many where not even that fits, and never drops the label', () => {
  const room = 280 - SHORT.length - 1;
  const preview = previewLabel(draft('x'.repeat(room + 7)), choice, X);
  expect(preview).toMatchObject({
    form: 'none',
    tooMany: 7,
    label: SHORT,
    counts: [{ count: 287, limit: 280 }],
  });
  expect(preview.parts[0]).toContain(SHORT);
});

test('the limit that the page states goes before the definition', () => {
  expect(previewLabel({ ...draft('x'.repeat(300)), limit: 5000 }, choice, X)).toMatchObject({
    form: 'long',
    counts: [{ limit: 5000 }],
  });
});

test('a text that is over the limit by itself shows that the limit does not hold here', () => {
  expect(previewLabel(draft('x'.repeat(400)), choice, X)).toMatchObject({
    form: 'long',
    tooMany: 0,
    counts: [{ limit: 0 }],
  });
});

test('all parts of a thread must fit', () => {
  const preview = previewLabel(draft('One', 'y'.repeat(275)), choice, X);
  expect(preview).toMatchObject({
    form: 'none',
    tooMany: 9,
    parts: [expect.any(String), expect.stringContaining('(AI, see 1/2) y')],
  });
});

test('role none leaves the text alone, and takes a label of ours back', () => {
  const none: Choice = { ...choice, role: 'none' };
  expect(previewLabel(draft('Hello'), none, X)).toMatchObject({
    label: '',
    parts: ['Hello'],
    findings: [],
    tooMany: 0,
  });
  expect(previewLabel(draft(`${LONG}\nHello`), none, X)).toMatchObject({ label: '', parts: ['Hello'] });
});

test('a text that carries this label already gets no second one', () => {
  for (const label of [LONG, SHORT])
    expect(previewLabel(draft(`${label} Hello`), choice, X)).toMatchObject({
      label: '',
      parts: [`${label} Hello`],
      findings: [],
    });
});

test('an honest label typed by hand counts; its missing name is said', () => {
  expect(previewLabel(draft('AI-generated, checked by Ada Example\nHello'), choice, X)).toMatchObject({
    label: '',
    parts: ['AI-generated, checked by Ada Example\nHello'],
    findings: [],
  });
  expect(previewLabel(draft('AI-generated\nHello'), choice, X, { level: 'require' }).findings).toMatchObject([
    { rule: 'attribution', level: 'require', code: 'nameNotInLabel' },
  ]);
});

test('a label typed by hand that is not true of the role does not', () => {
  expect(previewLabel(draft('Edited with AI\nHello'), choice, X).label).toBe(LONG);
});

test('a label nobody would see does not count: one is placed first', () => {
  const late = `${'word '.repeat(40)}\nMade with AI by Ada Example`;
  expect(previewLabel(draft(late), choice, X).label).not.toBe('');
});

test('says when the chosen language is not that of the post', () => {
  expect(previewLabel(draft('Hallo'), choice, X, { language: 'de-AT' }).findings).toMatchObject([
    { rule: 'label-placement', level: 'advise', code: 'labelLanguage', values: ['de-AT'] },
  ]);
});

test('a preview of what was sent changes nothing any more', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 3 }),
      role,
      identity,
      language,
      (texts, role, who, language) => {
        const chosen: Choice = { role, identity: who, language };
        const plain = { counter: { type: 'plain', limit: 0 } } as const;
        const once = previewLabel(draft(...texts), chosen, plain);
        const again = previewLabel(draft(...once.parts), chosen, plain);
        expect(again.parts).toEqual(once.parts);
        expect(again.label).toBe('');
      },
    ),
  );
});

test('the counts are what the counter says of the texts to be sent', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      text,
      fc.constantFrom('x-weighted', 'graphemes', 'mastodon', 'emoji-bytes', 'plain'),
      (sample, type) => {
        const counter = { type, limit: 300 } as const;
        const preview = previewLabel(draft(sample), choice, { counter });
        expect(preview.counts.map(({ count }) => count)).toEqual(
          preview.parts.map((part) => countText(part, counter)),
        );
      },
    ),
  );
});

test('chooseForm is the same choice without a draft', () => {
  const choose = (length: number) => chooseForm(['x'.repeat(length)], choice, [X.counter]);
  expect(choose(10)).toMatchObject({ form: 'long', label: LONG, tooMany: 0 });
  expect(choose(230)).toMatchObject({ form: 'short', label: SHORT, tooMany: 0 });
  expect(choose(250)).toMatchObject({ form: 'none', label: SHORT, tooMany: 10 });
});
