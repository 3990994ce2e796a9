import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { PublishRequest } from '#lib/model/site.ts';
import { BLUESKY } from '#lib/sites/definitions/bluesky.ts';
import { LINKEDIN } from '#lib/sites/definitions/linkedin.ts';
import { MASTODON } from '#lib/sites/definitions/mastodon.ts';
import { MISSKEY } from '#lib/sites/definitions/misskey.ts';
import { X } from '#lib/sites/definitions/x.ts';
import {
  findRule,
  readAnswer,
  readSentTexts,
  readSentWarning,
  type SeenRequest,
} from '#lib/sites/read-request.ts';

const TEXT = 'Give a rescue dog two quiet weeks.';
/** Stands in for the browser's reading. */
const readMarkup = (html: string): string => html.replace(/<[^>]*>/gu, '');

const post = (url: string, body: unknown, method = 'POST'): SeenRequest => ({
  method,
  url,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

const CREATE = 'https://x.com/i/api/graphql/bDE2rBtZb3u/CreateTweet';
const tweet = (more: object = {}): SeenRequest => post(CREATE, { variables: { tweet_text: TEXT, ...more } });
const APPLY = 'https://morel.us-east.host.bsky.network/xrpc/com.atproto.repo.applyWrites';
const write = (text: string, rkey: string) => ({
  collection: 'app.bsky.feed.post',
  rkey,
  value: { $type: 'app.bsky.feed.post', text },
});

const requireRule = (rules: readonly PublishRequest[], request: SeenRequest): PublishRequest => {
  const rule = findRule(rules, request);
  if (!rule) throw new Error(`no rule for ${request.url}`);
  return rule;
};

test.each([
  ['a post on X', X, tweet(), 'publish'],
  ['an edit on X', X, tweet({ edit_options: { previous_tweet_id: '1' } }), 'edit'],
  ['a status', MASTODON, post('https://social.example/api/v1/statuses', { status: TEXT }), 'publish'],
  [
    'a scheduled status',
    MASTODON,
    post('https://mastodon.social/api/v1/statuses', { status: TEXT, scheduled_at: '2026-12-01T10:00:00Z' }),
    'schedule',
  ],
  ['a post on a server of one’s own', BLUESKY, post(APPLY, { writes: [write(TEXT, 'a')] }), 'publish'],
] as const)('%s is told by method, path and body', (_, site, request, what) => {
  expect(findRule(site.publish, request)?.what).toBe(what);
});

test.each([
  ['a like on X', X, post('https://x.com/i/api/graphql/abc/FavoriteTweet', { variables: { tweet_id: '1' } })],
  ['a draft on X', X, post('https://x.com/i/api/graphql/abc/CreateDraftTweet', { variables: {} })],
  ['reading', MASTODON, post('https://mastodon.social/api/v1/statuses', '', 'GET')],
  ['a like on Bluesky', BLUESKY, post(APPLY, { writes: [{ collection: 'app.bsky.feed.like' }] })],
  ['no address', X, post('nowhere', {})],
] as const)('%s publishes nothing', (_, site, request) => {
  expect(findRule(site.publish, request)).toBeUndefined();
});

test('the text stands where the definition says, one for each part of a thread', () => {
  expect(readSentTexts(requireRule(X.publish, tweet()), tweet(), readMarkup)).toEqual([TEXT]);
  const thread = post(APPLY, { repo: 'did:plc:me', writes: [write('one', 'a'), write('two', 'b')] });
  expect(readSentTexts(requireRule(BLUESKY.publish, thread), thread, readMarkup)).toEqual(['one', 'two']);
});

const rule = (more: Partial<PublishRequest>): PublishRequest => ({
  method: 'POST',
  path: '/post',
  what: 'publish',
  ...more,
});
const at = (body: unknown): SeenRequest => post('https://site.example/post', body);

const FORM =
  '------WebKit1\r\nContent-Disposition: form-data; name="text"\r\n\r\nOne\r\n\r\nTwo\r\n------WebKit1--\r\n';

test.each([
  ['JSON', { text: ['a.b'] }, { a: { b: TEXT } }, [TEXT]],
  ['the second path', { text: ['nowhere', 'a.*.b'] }, { a: [{ b: 'one' }, { b: 'two' }] }, ['one', 'two']],
  ['form fields', { text: ['comment'] }, 'id=1&comment=Two+quiet%20weeks', ['Two quiet weeks']],
  ['a field with dots in its name', { text: ['post.body'] }, 'post.body=Hi&x=1', ['Hi']],
  [
    'JSON in a field',
    { text: ['variables.input.text'] },
    `variables=${encodeURIComponent(JSON.stringify({ input: { text: TEXT } }))}`,
    [TEXT],
  ],
  ['parts of a form', { text: ['text'] }, FORM, ['One\n\nTwo']],
  ['one document a line', { text: ['text'] }, `{"id":1}\n{"text":"Hi"}\n`, ['Hi']],
  [
    'markup',
    { text: ['html'], as: 'html' as const },
    { html: '<p>Two <b>quiet</b></p><p>weeks</p>' },
    [' Two  quiet  weeks '],
  ],
  [
    'a tree',
    { text: ['document'], as: 'tree' as const },
    { document: JSON.stringify({ c: [{ text: 'Two' }, { c: [{ text: 'weeks' }] }] }) },
    ['Two weeks'],
  ],
  ['a number', { text: ['n'] }, { n: 12 }, ['12']],
])('reads the text in %s', (_, more, body, texts) => {
  expect(readSentTexts(rule(more), at(body), readMarkup).map((text) => text.replace(/ +/gu, ' '))).toEqual(
    texts.map((text) => text.replace(/ +/gu, ' ')),
  );
});

test.each([
  ['where the definition does not know', {}, { text: TEXT }],
  ['where nothing stands', { text: ['text'] }, { other: TEXT }],
  ['in what is no text', { text: ['text'] }, { text: { deep: 1 } }],
  ['in a body that cannot be read', { text: ['text'] }, '\u0000\u0001'],
])('finds no text %s', (_, more, body) => {
  expect(readSentTexts(rule(more), at(body), readMarkup)).toEqual([]);
});

const ORIGIN = 'https://x.com';
const answered = (request: SeenRequest, rules: readonly PublishRequest[], body: unknown, status = 200) =>
  readAnswer(
    requireRule(rules, request),
    request,
    { status, body: typeof body === 'string' ? body : JSON.stringify(body) },
    ORIGIN,
  );

test('an answer gives the address of the post', () => {
  const result = { create_tweet: { tweet_results: { result: { rest_id: '179' } } } };
  expect(answered(tweet(), X.publish, { data: result })).toEqual({
    is: 'taken',
    permalink: 'https://x.com/i/status/179',
  });
  const status = post('https://social.example/api/v1/statuses', { status: TEXT });
  expect(answered(status, MASTODON.publish, { id: '1', url: 'https://social.example/@me/1' })).toEqual({
    is: 'taken',
    permalink: 'https://social.example/@me/1',
  });
});

test('a thread that goes in one request gives the address of each part', () => {
  const writes = [write(TEXT, '3mk'), { value: { gate: true }, rkey: '3mk' }, write('Two.', '3ml')];
  const request = post(APPLY, { repo: 'did:plc:me', writes });
  expect(answered(request, BLUESKY.publish, '')).toEqual({
    is: 'taken',
    permalink: 'https://bsky.app/profile/did:plc:me/post/3mk',
    partLinks: ['https://bsky.app/profile/did:plc:me/post/3ml'],
  });
});

test('the address may be known from the request alone, or from a word in the answer', () => {
  const request = post(APPLY, { repo: 'did:plc:me', writes: [write(TEXT, '3mk')] });
  expect(answered(request, BLUESKY.publish, '').permalink).toBe(
    'https://bsky.app/profile/did:plc:me/post/3mk',
  );
  const share = post('https://www.linkedin.com/voyager/api/contentcreation/normShares', {});
  const told = '{"included":[{"a":"urn:li:activity:7199"}]}';
  expect(answered(share, LINKEDIN.publish, told).permalink).toBe(
    'https://x.com/feed/update/urn:li:activity:7199/',
  );
});

test('status 200 with errors is a refusal, in the site’s own words', () => {
  const body = { data: {}, errors: [{ code: 187, message: 'Whoops! You already said that.' }] };
  expect(answered(tweet(), X.publish, body)).toEqual({
    is: 'refused',
    reason: 'Whoops! You already said that.',
  });
  expect(answered(tweet(), X.publish, { errors: [] }).is).toBe('taken');
});

test('so is every status from 400 on', () => {
  const status = post('https://social.example/api/v1/statuses', { status: TEXT });
  expect(answered(status, MASTODON.publish, { error: 'Text is too long' }, 422)).toEqual({
    is: 'refused',
    reason: 'http-422: Text is too long',
  });
  expect(answered(tweet(), X.publish, '<html>', 503)).toEqual({ is: 'refused', reason: 'http-503' });
});

test('a scheduled post has its time where the definition says', () => {
  const scheduled = rule({ what: 'schedule', answer: { values: { time: ['request:at'] } } });
  const due = Date.UTC(2026, 11, 1, 10);
  for (const time of [due / 1000, due, String(due / 1000), '2026-12-01T10:00:00Z'])
    expect(readAnswer(scheduled, at({ at: time }), { status: 200 }, ORIGIN)).toEqual({ is: 'taken', due });
  expect(readAnswer(scheduled, at({ at: 'soon' }), { status: 200 }, ORIGIN)).toEqual({ is: 'taken' });
});

test('a time without a zone is that of Greenwich, wherever the person is', () => {
  vi.stubEnv('TZ', 'America/New_York');
  const scheduled = rule({ what: 'schedule', answer: { values: { time: ['date_gmt'] } } });
  for (const time of ['2031-01-02T03:04:05', '2031-01-02T03:04:05.000', '2031-01-01T22:04:05-05:00'])
    expect(
      readAnswer(scheduled, at({}), { status: 200, body: JSON.stringify({ date_gmt: time }) }, ORIGIN),
    ).toEqual({
      is: 'taken',
      due: Date.UTC(2031, 0, 2, 3, 4, 5),
    });
  vi.unstubAllEnvs();
});

test('what comes as an address and is none, or no web address, is left out', () => {
  const site = rule({ answer: { values: { url: ['url'] }, permalink: '{url}' } });
  for (const url of ['javascript:alert(1)', 'data:text/html,x', '', 7])
    expect(
      readAnswer(site, at({}), { status: 200, body: JSON.stringify({ url }) }, ORIGIN).permalink ?? '',
    ).not.toMatch(/^(?:javascript|data):/u);
  const id = rule({ answer: { values: { id: ['id'] }, permalink: '/status/{id}' } });
  expect(readAnswer(id, at({}), { status: 200, body: '{"id":"../../evil?x#y"}' }, ORIGIN).permalink).toBe(
    'https://x.com/status/..%2F..%2Fevil%3Fx%23y',
  );
});

test('whatever a page says it sent and got, reading it ends without an error', () => {
  const rules = [X, LINKEDIN, BLUESKY, MASTODON].flatMap(({ publish }) => publish);
  const noise = fc.oneof(fc.string(), fc.json(), fc.webQueryParameters());
  fc.assert(
    fc.property(
      fc.constantFrom(...rules),
      noise,
      noise,
      fc.integer({ min: 0, max: 599 }),
      (one, body, answer, status) => {
        const request = at(body);
        for (const text of readSentTexts(one, request, readMarkup)) expect(typeof text).toBe('string');
        const { permalink } = readAnswer(one, request, { status, body: answer }, ORIGIN);
        if (permalink !== undefined) expect(permalink).toMatch(/^https?:/u);
      },
    ),
  );
});

test.each([
  ['Mastodon', MASTODON, '/api/v1/statuses', { status: TEXT, spoiler_text: 'Spoilers' }, 'Spoilers'],
  ['Mastodon, none', MASTODON, '/api/v1/statuses', { status: TEXT, spoiler_text: '' }, ''],
  ['Misskey', MISSKEY, '/api/notes/create', { text: TEXT, cw: 'Spoilers' }, 'Spoilers'],
  ['Misskey, none', MISSKEY, '/api/notes/create', { text: TEXT, cw: null }, ''],
  [
    'Misskey, scheduled',
    MISSKEY,
    '/api/notes/drafts/create',
    { text: TEXT, cw: 'Spoilers', isActuallyScheduled: true },
    'Spoilers',
  ],
])('reads the content warning: %s', (_, site, path, body, warning) => {
  const request = post(`https://social.example${path}`, body);
  expect(readSentWarning(requireRule(site.publish, request), request)).toBe(warning);
});

test('knows nothing of a content warning where the site has none', () => {
  expect(readSentWarning(requireRule(X.publish, tweet()), tweet())).toBeUndefined();
});
