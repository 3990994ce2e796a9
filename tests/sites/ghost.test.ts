import { expect, test } from 'vitest';
import { GHOST } from '#lib/sites/definitions/ghost.ts';
import { findRule, readAnswer, readSentTexts, type SeenRequest } from '#lib/sites/read-request.ts';

/** Bodies as a Ghost 6.65 was seen to send them, cut short. */

const LABEL = '[AI-generated: drafted by AI, reviewed and approved by Ada Lovelace]';
const TEXT = 'Give a rescue dog two quiet weeks.';

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'extended-text', text }] });

const save = (
  post: object,
  { nodes = [paragraph(LABEL), paragraph(TEXT)] as object[] } = {},
): SeenRequest => ({
  method: 'PUT',
  url: 'https://dogs.example/ghost/api/admin/posts/6b01aec26ca28873cd9c4ae8/?formats=mobiledoc%2Clexical',
  body: JSON.stringify({
    posts: [
      {
        lexical: JSON.stringify({ root: { children: nodes, type: 'root' } }),
        published_at: null,
        authors: [{ name: 'Ada Lovelace', status: 'active' }],
        ...post,
      },
    ],
  }),
});

const OUT = { published_at: '2026-11-21T14:47:04.000Z' };
const readMarkup = (html: string): string => html;

test.each([
  ['a first publication', save({ status: 'published' }), 'publish'],
  ['an email only', save({ status: 'sent', ...OUT }), 'publish'],
  ['a schedule', save({ status: 'scheduled', ...OUT }), 'schedule'],
  ['a change of what is out', save({ status: 'published', ...OUT }), 'edit'],
  ['a draft that is saved by itself', save({ status: 'draft' }), undefined],
  [
    'a draft that speaks of such requests',
    save({ status: 'draft' }, { nodes: [paragraph('{"status":"published"}')] }),
    undefined,
  ],
])('%s is told by the body', (_, request, what) => {
  expect(findRule(GHOST.publish, request)?.what).toBe(what);
});

test('a page is told as a post is', () => {
  const request = save({ status: 'published' });
  const url = request.url.replace('/posts/', '/pages/');
  expect(findRule(GHOST.publish, { ...request, url })?.what).toBe('publish');
});

test('the text is read from the tree inside the string', () => {
  const request = save({ status: 'published' });
  const rule = findRule(GHOST.publish, request);
  expect(rule && readSentTexts(rule, request, readMarkup)).toEqual([`${LABEL} ${TEXT}`]);
});

test('what is written in cards is no part of the tree: then no text is compared', () => {
  const callout = { type: 'callout', calloutText: '<p>Called out.</p>', calloutEmoji: '💡' };
  const request = save({ status: 'published' }, { nodes: [paragraph(LABEL), callout, paragraph(TEXT)] });
  const rule = findRule(GHOST.publish, request);
  expect(rule?.what).toBe('publish');
  expect(rule && readSentTexts(rule, request, readMarkup)).toEqual([]);
});

test('the answer gives address and time', () => {
  const request = save({ status: 'scheduled', ...OUT });
  const rule = findRule(GHOST.publish, request);
  const body = JSON.stringify({ posts: [{ url: 'https://dogs.example/weeks/', ...OUT }] });
  expect(rule && readAnswer(rule, request, { status: 200, body }, 'https://dogs.example')).toEqual({
    is: 'taken',
    permalink: 'https://dogs.example/weeks/',
    due: Date.parse(OUT.published_at),
  });
});
