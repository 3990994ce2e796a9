import { expect, test } from 'vitest';
import { type ApprovedText, compareShown } from '#lib/flow/compare-shown.ts';

const LABEL = '[AI-generated: drafted by AI, reviewed and approved by Ada Lovelace]';
const TEXT = 'Give a rescue dog two quiet weeks, and read https://example.com/dogs/first-weeks first.';
const APPROVED: ApprovedText = { isLabelled: true, accepted: new Set(), text: `${LABEL}\n${TEXT}` };
const WITHOUT_TEXT: ApprovedText = { isLabelled: true, accepted: new Set() };

const compare = (shown: string, more: Partial<ApprovedText> = {}) =>
  compareShown(shown, 0, { ...APPROVED, ...more });

test('what was approved is kept, whatever the site does to white space, links and mentions', () => {
  expect(compare(`${LABEL}\n${TEXT}`)).toBeUndefined();
  expect(compare(`${LABEL} Give a rescue dog two quiet weeks, and read example.com/dogs/fir… first.`)).toBe(
    undefined,
  );
  expect(compare(`${LABEL}\nThank you @ada`, { text: `${LABEL}\nThank you @ada@social.example` })).toBe(
    undefined,
  );
});

test('a beginning is no other text', () => {
  expect(compare(`${LABEL}\nGive a rescue dog two qui…`)).toBeUndefined();
});

test.each([
  ['taken off', TEXT],
  ['left as a bare hint', `AI! ${TEXT}`],
  ['put at the end of a long text', `${TEXT} ${TEXT}\n${LABEL}`],
  ['put behind a link', `https://example.com\n${LABEL}\n${TEXT}`],
])('a label that was %s is gone', (_, shown) => {
  expect(compare(shown)).toBe('label-gone');
  expect(compare(shown, { text: undefined })).toBe('label-gone');
});

test('a label in other words or another language is a label', () => {
  expect(compareShown(`[KI-generiert]\n${TEXT}`, 0, WITHOUT_TEXT)).toBeUndefined();
  expect(compareShown(`AI-generated.\n${TEXT}`, 0, WITHOUT_TEXT)).toBeUndefined();
});

test('another text below the label is noticed where the log keeps the text, and only there', () => {
  const shown = `${LABEL}\nBuy my coin.`;
  expect(compare(shown)).toBe('text-changed');
  expect(compareShown(shown, 0, WITHOUT_TEXT)).toBeUndefined();
});

test('a further part needs its mark or a label', () => {
  const approved = { ...APPROVED, text: `${LABEL}\nOne.\n\n(AI, see 1/2) Two.` };
  expect(compareShown('(AI, see 1/2) Two.', 1, approved)).toBeUndefined();
  expect(compareShown('Two.', 1, approved)).toBe('part-without-label');
  expect(compareShown(`${LABEL}\nTwo.`, 1, WITHOUT_TEXT)).toBeUndefined();
});

test('a post that went out without a label can lose none', () => {
  expect(compareShown('Soup.', 0, { isLabelled: false, accepted: new Set() })).toBeUndefined();
  expect(compareShown('Tea.', 0, { isLabelled: false, accepted: new Set(), text: 'Soup.' })).toBe(
    'text-changed',
  );
});

test('what was wrong with the label when it was approved is not held against the page', () => {
  const accepted = new Set(['labelBehindLink']);
  expect(compare(`https://example.com\n${LABEL}\n${TEXT}`, { accepted })).toBeUndefined();
  expect(compare(TEXT, { accepted })).toBe('label-gone');
});
