import { expect, test } from 'vitest';
import { type Expectation, explainRequest, SENT_WITHIN } from '#lib/flow/expectation.ts';
import type { Draft } from '#lib/model/draft.ts';
import { draftOf } from './samples.ts';

const NOW = 1_000_000;
const LABEL = '[AI-generated: drafted by AI, reviewed and approved by Ada Lovelace]';
const TEXT = 'Give a rescue dog two quiet weeks.';

const letGo = (draft: Draft, more: Partial<Expectation> = {}): Expectation => ({
  draft,
  post: 'one',
  since: NOW - 1000,
  sent: 0,
  permalinks: [],
  taken: 0,
  pending: 0,
  ...more,
});
const approved = letGo(draftOf(`${LABEL}\n${TEXT}`));
const human = (text: string, more: Partial<Expectation> = {}): Expectation => {
  const { post: _, ...made } = letGo(draftOf(text), more);
  return made;
};

test('the text that was let go is expected, whoever let it go', () => {
  for (const one of [approved, human('Soup for lunch.')]) {
    const sent = one.draft.parts.map(({ text }) => `${text} `);
    expect(explainRequest(sent, [one], NOW)).toEqual({ is: 'expected', expectation: one });
  }
});

test('an approved text without its label is altered', () => {
  expect(explainRequest([TEXT], [approved], NOW)).toEqual({ is: 'altered', expectation: approved });
});

test('after a human post another text is nothing that anybody let go', () => {
  expect(explainRequest([TEXT], [human('Soup for lunch.')], NOW).is).toBe('unexplained');
  expect(explainRequest([TEXT], [], NOW).is).toBe('unexplained');
});

test('a post that was sent already explains no other text, but its own once more', () => {
  const done = { ...approved, sent: 1 };
  expect(explainRequest(['Something else.'], [done], NOW).is).toBe('unexplained');
  expect(explainRequest([`${LABEL} ${TEXT}`], [done], NOW).is).toBe('expected');
});

test('a request whose text cannot be read is the newest that was not sent', () => {
  const later = human('Soup.', { since: NOW - 10 });
  expect(explainRequest([], [approved, later], NOW)).toEqual({ is: 'expected', expectation: later });
  expect(explainRequest([], [approved, { ...later, sent: 1 }], NOW)).toEqual({
    is: 'expected',
    expectation: approved,
  });
  expect(explainRequest([], [], NOW).is).toBe('unexplained');
});

test('the post with this text goes before one that waits', () => {
  const mine = human('Soup.', { since: NOW - 5000 });
  expect(explainRequest(['Soup.'], [mine, approved], NOW)).toEqual({ is: 'expected', expectation: mine });
});

test('each part of a thread is expected, one by one and all at once', () => {
  const thread = letGo(
    draftOf('', {
      kind: 'thread',
      parts: ['one', 'two', 'three'].map((text) => ({ text, media: [] })),
    }),
  );
  expect(explainRequest(['two'], [thread], NOW).is).toBe('expected');
  expect(explainRequest(['one', 'two', 'three'], [thread], NOW).is).toBe('expected');
  expect(explainRequest(['one', 'four', 'three'], [thread], NOW).is).toBe('altered');
  expect(explainRequest(['four'], [{ ...thread, sent: 2 }], NOW).is).toBe('altered');
});

test('a title is sent in a field of its own or with the text', () => {
  const article = letGo(draftOf('Text', { title: 'Title' }));
  expect(explainRequest(['Title'], [article], NOW).is).toBe('expected');
  expect(explainRequest(['Title\n\nText'], [article], NOW).is).toBe('expected');
});

test('what was let go long ago explains nothing, and another text only a while', () => {
  const old = { ...approved, since: NOW - SENT_WITHIN - 1 };
  expect(explainRequest([`${LABEL} ${TEXT}`], [old], NOW).is).toBe('unexplained');
  const slow = { ...approved, since: NOW - 120_000 };
  expect(explainRequest([TEXT], [slow], NOW).is).toBe('unexplained');
  expect(explainRequest([`${LABEL} ${TEXT}`], [slow], NOW).is).toBe('expected');
});

const LABELLED = `${LABEL} Spoilers`;
const warned = letGo(draftOf(TEXT, { warning: LABELLED }));

test('the content warning is part of what was approved', () => {
  expect(explainRequest([TEXT], [warned], NOW, LABELLED)).toEqual({ is: 'expected', expectation: warned });
  for (const warning of ['Spoilers', ''])
    expect(explainRequest([TEXT], [warned], NOW, warning)).toEqual({ is: 'altered', expectation: warned });
});

test('a warning that nobody approved hides the label in the text: altered', () => {
  const text = `${LABEL}\n${TEXT}`;
  expect(explainRequest([text], [approved], NOW, '').is).toBe('expected');
  expect(explainRequest([text], [approved], NOW, 'Read more').is).toBe('altered');
});

test('where the definition does not know where the warning stands, and of a human post, it is not compared', () => {
  expect(explainRequest([TEXT], [warned], NOW).is).toBe('expected');
  expect(explainRequest(['Soup.'], [human('Soup.')], NOW, 'Food').is).toBe('expected');
});
