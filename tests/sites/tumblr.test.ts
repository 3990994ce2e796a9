import { expect, test } from 'vitest';
import { TUMBLR } from '#lib/sites/definitions/tumblr.ts';
import { findRule, readAnswer, readSentTexts, type SeenRequest } from '#lib/sites/read-request.ts';

/** Bodies as the site was seen to send one of them, cut short; the others as its API documents them. */

const POSTS = 'https://www.tumblr.com/api/v2/blog/t:eza4OIi9Ry6Sqmg8YWdjhA/posts';
const CONTENT = [
  { type: 'text', subtype: 'heading1', text: 'Two quiet weeks' },
  { type: 'image', media: [{ url: 'https://64.media.tumblr.com/a.jpg' }], alt_text: 'A dog.' },
  { type: 'text', text: 'Keep the walks short.', formatting: [{ type: 'link', start: 0, end: 4 }] },
];

const send = (body: object, method = 'POST', url = POSTS): SeenRequest => ({
  method,
  url,
  body: JSON.stringify({ layout: [], ...body }),
});
const change = (body: object): SeenRequest => send(body, 'PUT', `${POSTS}/780000000000000001`);
const reblog = { reblog_key: 'WqrB5uyH', parent_post_id: '180595404168' };
const readMarkup = (html: string): string => html;

test.each([
  ['a post', send({ state: 'published', content: CONTENT }), 'publish'],
  ['a post without a state', send({ content: CONTENT }), 'publish'],
  ['a private post, which members of the blog see', send({ state: 'private', content: CONTENT }), 'publish'],
  ['a reblog', send({ state: 'published', ...reblog, content: CONTENT }), 'publish'],
  ['a queued post', send({ state: 'queue', content: CONTENT }), 'schedule'],
  ['a queued post that was a draft', change({ state: 'queued', content: CONTENT }), 'schedule'],
  ['a draft', send({ state: 'draft', content: CONTENT }), undefined],
  ['a reblog kept as a draft', send({ state: 'draft', ...reblog, content: [] }), undefined],
  ['a draft saved again', change({ state: 'draft', content: CONTENT }), undefined],
  ['a change of what is out', change({ state: 'published', content: CONTENT }), 'edit'],
  [
    'a post that speaks of such requests',
    send({ state: 'published', content: [{ type: 'text', text: '{"state":"draft"}' }] }),
    'publish',
  ],
  ['a look at the posts', { method: 'GET', url: `${POSTS}?npf=true` }, undefined],
])('%s is told by the body', (_, request, what) => {
  expect(findRule(TUMBLR.publish, request)?.what).toBe(what);
});

test('the text is that of all blocks, as one', () => {
  const request = send({ state: 'published', content: CONTENT, tags: 'dogs' });
  const rule = findRule(TUMBLR.publish, request);
  expect(rule && readSentTexts(rule, request, readMarkup)).toEqual(['Two quiet weeks Keep the walks short.']);
});

test('what is scheduled has its time in the request', () => {
  const request = send({ state: 'queue', publish_on: '2027-01-02T03:04:05Z', content: CONTENT });
  const rule = findRule(TUMBLR.publish, request);
  const answer = { status: 201, body: JSON.stringify({ meta: { status: 201 }, response: { id: '7800' } }) };
  expect(rule && readAnswer(rule, request, answer, 'https://www.tumblr.com')).toEqual({
    is: 'taken',
    due: Date.parse('2027-01-02T03:04:05Z'),
  });
});
