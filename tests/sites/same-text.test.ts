import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeEntities, isSameText } from '#lib/sites/same-text.ts';

const LABEL = '[AI-generated: drafted by AI, reviewed and approved by Ada Lovelace]';
const TEXT = 'Give a rescue dog two quiet weeks 🐕, then three months.';
const APPROVED = `${LABEL}\n${TEXT}`;

test.each([
  ['as it is', APPROVED],
  ['with other white space', `  ${LABEL}\r\n\r\n\u00a0${TEXT} `],
  ['with entities', APPROVED.replace('🐕', '&#128021;').replace(' ', '&nbsp;')],
  [
    'with marks of markdown',
    `\\[${LABEL.slice(1)}\n\n> **Give** a _rescue_ dog two quiet weeks 🐕, then three months.`,
  ],
  ['with a shortened address', `${APPROVED} https://t.co/AbC12`],
  ['with an address in markdown', APPROVED.replace('rescue dog', '[rescue dog](https://example.com/a?b=c)')],
  ['without the picture’s variation selector', APPROVED.replace('🐕', '🐕\ufe0f')],
])('%s it is the same text', (_, sent) => {
  expect(isSameText(sent, [APPROVED])).toBe(true);
});

test.each([
  ['without its label', TEXT],
  ['with half of its label', APPROVED.replace('drafted by AI, ', '')],
  ['with one more word', `${APPROVED} Buy now`],
  ['with another number', APPROVED.replace('two', '2')],
  ['with another picture', APPROVED.replace('🐕', '🐈')],
  ['in other letters', APPROVED.toUpperCase()],
  ['empty', ''],
])('%s it is another text', (_, sent) => {
  expect(isSameText(sent, [APPROVED])).toBe(false);
});

test.each([
  ['https://example.com/a/long/path?with=query', 'example.com/a/long/pa...'],
  ['www.example.com', 'https://www.example.com/'],
  ['https://example.com/a', 'https://t.co/x1'],
])('an address %s that is sent as %s changes nothing', (written, sent) => {
  expect(isSameText(`Read ${sent} today`, [`Read ${written} today`])).toBe(true);
});

test('one of several texts is enough, and none of none', () => {
  expect(isSameText('two', ['one', 'two'])).toBe(true);
  expect(isSameText('two', [])).toBe(false);
});

const encodeMarks = (text: string): string =>
  text.replace(/[&<>"']/gu, (mark) => `&#${mark.codePointAt(0)};`);

test('whatever is written: in entities it is the same text, and they are read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodeEntities(encodeMarks(text))).toBe(text);
      expect(isSameText(encodeMarks(text), [text])).toBe(true);
    }),
  );
});

test('whatever is written: a label taken off is always noticed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(isSameText(text, [`${LABEL}\n${text}`])).toBe(false);
    }),
  );
});
