import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countText } from '#lib/label/count/count-text.ts';
import { findLabels } from '#lib/label/find-label.ts';
import { previewLabel } from '#lib/label/preview-label.ts';
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

const behind = (warning: string, ...texts: string[]): Pick<Draft, 'parts' | 'limit' | 'warning'> => ({
  ...draft(...texts),
  warning,
});
const MASTODON = { counter: { type: 'mastodon', limit: 500 } } as const;
const MISSKEY = { counter: { type: 'plain', limit: 3000 }, warningLimit: 100 } as const;
const IN_WARNING = { labelPlace: 'warning' } as const;

test('a post with a content warning carries its label there, and its text stays as it is', () => {
  expect(previewLabel(behind('Spoilers', 'Hello'), choice, MASTODON, IN_WARNING)).toEqual({
    label: LONG,
    parts: ['Hello'],
    warning: { text: `${LONG} Spoilers` },
    counts: [{ count: LONG.length + ' Spoilers'.length + 'Hello'.length, limit: 500 }],
    form: 'long',
    tooMany: 0,
    findings: [],
  });
});

test('in the text, where the policy wants it there; the warning still counts', () => {
  expect(previewLabel(behind('Spoilers', 'Hello'), choice, MASTODON)).toMatchObject({
    parts: [`${LONG}\nHello`],
    warning: { text: 'Spoilers' },
    counts: [{ count: LONG.length + '\nHello'.length + 'Spoilers'.length }],
  });
});

test('without a content warning it stands in the text, whatever the policy says of warnings', () => {
  const preview = previewLabel(draft('Hello'), choice, MASTODON, IN_WARNING);
  expect(preview.parts).toEqual([`${LONG}\nHello`]);
  expect(preview.warning).toBeUndefined();
});

test('a label of ours in the text moves into the warning; one typed by hand stays where it is', () => {
  for (const text of ['Hello', 'AI-generated\nHello'])
    expect(previewLabel(behind('Spoilers', `${LONG}\n${text}`), choice, MASTODON, IN_WARNING)).toMatchObject({
      parts: [text],
      warning: { text: `${LONG} Spoilers` },
      findings: [],
    });
});

test('a warning that carries the label already gets no second one', () => {
  for (const warning of [`${LONG} Spoilers`, 'AI-generated, checked by Ada Example. Spoilers'])
    expect(previewLabel(behind(warning, 'Hello'), choice, MASTODON, IN_WARNING)).toMatchObject({
      label: '',
      parts: ['Hello'],
      warning: { text: warning },
      findings: [],
    });
});

test('role none takes our label out of the warning again', () => {
  const none: Choice = { ...choice, role: 'none' };
  expect(previewLabel(behind(`${LONG} Spoilers`, 'Hello'), none, MASTODON, IN_WARNING)).toMatchObject({
    parts: ['Hello'],
    warning: { text: 'Spoilers' },
    findings: [],
  });
});

test('where the warning shares the limit of the text, the label gets shorter as it does in a text', () => {
  const room = 500 - SHORT.length - ' Spoilers'.length;
  const fits = previewLabel(behind('Spoilers', 'x'.repeat(room)), choice, MASTODON, IN_WARNING);
  expect(fits).toMatchObject({ form: 'short', tooMany: 0, counts: [{ count: 500, limit: 500 }] });
  const beyond = previewLabel(behind('Spoilers', 'x'.repeat(room + 3)), choice, MASTODON, IN_WARNING);
  expect(beyond).toMatchObject({ form: 'none', tooMany: 3, counts: [{ count: 503, limit: 500 }] });
});

test('a link counts as 23 in a text on Mastodon, and as it is written in a warning', () => {
  const link = 'https://example.com/a/long/way';
  const none: Choice = { ...choice, role: 'none' };
  expect(previewLabel(behind(link, link), none, MASTODON).counts).toEqual([
    { count: 23 + link.length, limit: 500 },
  ]);
});

test('where the warning has a limit of its own, that one decides', () => {
  const words = 'x'.repeat(100 - SHORT.length - 1);
  const fits = previewLabel(behind(words, 'y'.repeat(2999)), choice, MISSKEY, IN_WARNING);
  expect(fits).toMatchObject({
    form: 'short',
    tooMany: 0,
    warning: { count: { count: 100, limit: 100 } },
    counts: [{ count: 2999, limit: 3000 }],
  });
  expect(previewLabel(behind(`${words}xx`, 'Hello'), choice, MISSKEY, IN_WARNING)).toMatchObject({
    form: 'none',
    tooMany: 2,
  });
});

test('further parts of a thread are marked all the same', () => {
  expect(previewLabel(behind('Spoilers', 'One', 'Two'), choice, MASTODON, IN_WARNING).parts).toEqual([
    'One',
    '(AI, see 1/2) Two',
  ]);
});

test('in the warning too a preview of what was sent changes nothing any more, and the text stays', {
  timeout: 60_000,
}, () => {
  /** Written by a person: it does not happen to begin with a label. */
  const plain = text.filter((sample) => findLabels(sample).length === 0);
  fc.assert(
    fc.property(plain, plain, role, identity, language, (words, sample, role, who, language) => {
      const chosen: Choice = { role, identity: who, language };
      const once = previewLabel(behind(words, sample), chosen, MISSKEY, IN_WARNING);
      expect(once.parts).toEqual([sample]);
      const again = previewLabel(behind(once.warning?.text ?? '', sample), chosen, MISSKEY, IN_WARNING);
      expect(again.parts).toEqual([sample]);
      expect(again.warning?.text).toBe(once.warning?.text);
      expect(again.label).toBe('');
    }),
  );
});
