import { expect, test } from 'vitest';
import { listNearby } from '#lib/provenance/nearby-text.ts';

const OWN =
  'We picked ours up on a rainy Tuesday and she hid behind the washing machine until Friday evening, which nobody expected. ';
const AI = 'Give a rescue dog two quiet weeks before you ask anything of it.';

const spanOf = (text: string, words: string, part = 0) => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { part, start, end: start + words.length };
};

test('a passage is taken with the whole of its sentence, and without the long ones around it', () => {
  const text = `${OWN}${AI} ${OWN}`;
  expect(listNearby([text], [spanOf(text, 'rescue dog two quiet weeks')], [])).toEqual([`${AI} `]);
});

test('a short sentence beside a passage may be one that was changed', () => {
  const text = `${OWN}${AI} And be nice. ${OWN}`;
  expect(listNearby([text], [spanOf(text, AI)], [])).toEqual([`${AI} And be nice. `]);
});

test('passages close to each other are one stretch, far ones are not', () => {
  const near = `${AI} ${OWN}${AI}`;
  const both = (text: string) => [
    { part: 0, start: 0, end: AI.length },
    { part: 0, start: text.length - AI.length, end: text.length },
  ];
  expect(listNearby([near], both(near), [])).toEqual([near]);
  const far = `${AI} ${OWN.repeat(5)}${AI}`;
  expect(listNearby([far], both(far), [])).toEqual([`${AI} `, AI]);
});

test('what is from another answer is left to that one', () => {
  const other = 'Cats want a shelf.';
  const text = `${other} ${AI} ${other} ${AI}`;
  const taken = [spanOf(text, other), { part: 0, start: 84, end: 84 + other.length }];
  const own = [spanOf(text, AI), { part: 0, start: text.length - AI.length, end: text.length }];
  expect(text.slice(84, 84 + other.length)).toBe(other);
  expect(listNearby([text], own, taken).map((stretch) => stretch.trim())).toEqual([AI, AI]);
});

test('each part of a thread has its own', () =>
  expect(listNearby([OWN, AI, AI], [spanOf(AI, AI, 1), spanOf(AI, AI, 2)], [])).toEqual([AI, AI]));

test('a text without an end of a sentence is taken as far as it goes', () => {
  const text = `${'word '.repeat(100)}${AI.slice(0, -1)}`;
  expect(listNearby([text], [spanOf(text, 'rescue dog')], [])).toEqual([text]);
});
