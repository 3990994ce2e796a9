import { expect, it } from 'vitest';
import { splitFinal } from '#components/review/split-final.ts';

it.each([
  ['a label before it', 'AI.\nMine', 'Mine', 'AI.', ['AI.\n', 'Mine', '', 0]],
  ['no label', 'Mine', 'Mine', '', ['', 'Mine', '', 0]],
  ['the same words in the label', 'Mine.\nMine', 'Mine', 'Mine.', ['Mine.\n', 'Mine', '', 0]],
  ['something after it', 'AI.\nMine\nEnd', 'Mine', 'AI.', ['AI.\n', 'Mine', '\nEnd', 0]],
  ['a label that gave way to another', 'New.\nMine', 'Old label.\nMine', 'New.', ['New.\n', 'Mine', '', 11]],
  ['a label that was taken out', 'Mine', 'Old label.\nMine', '', ['', 'Mine', '', 11]],
  ['nothing but a label', 'AI.', '', 'AI.', ['AI.', '', '', 0]],
])('finds the own words beside %s', (_, final, draft, label, [before, own, after, cut]) => {
  expect(splitFinal(final, draft, label)).toEqual({ before, own, after, cut });
});

it('finds nothing where the words are others', () => {
  expect(splitFinal('AI.\nTheirs', 'Mine', 'AI.')).toBeUndefined();
  expect(splitFinal('New.', 'Old.\nMine', 'New.')).toBeUndefined();
});
