import { LABEL } from '../attack/held-post.ts';
import { test as base, expect } from './fixtures.ts';
import { buildWithPermissions } from './pages/build-with-permissions.ts';
import { sendAsPage } from './pages/extension-page.ts';
import type { ComposerAddress } from './pages/fixture-composer.ts';
import { lastFacts, waitForOutcome } from './pages/log-page.ts';

/** Sites whose buttons are words and nothing more, with several steps, and with an AI switch that has no mark. */

const THREADS = 'https://www.threads.com';
const FACEBOOK = 'https://www.facebook.com';
const INSTAGRAM = 'https://www.instagram.com';
const ORIGINS = [THREADS, FACEBOOK, INSTAGRAM];

const test = base.extend({
  extensionDir: [async ({ engine }, use) => buildWithPermissions(engine, ORIGINS, use), { scope: 'worker' }],
});

const BOX = '[role="dialog"] [data-lexical-editor]';
const THREAD: ComposerAddress = {
  name: 'Threads',
  site: 'threads',
  url: `${THREADS}/intent/post`,
  editor: BOX,
  submit: '[role="dialog"] [aria-haspopup] + [role="button"]',
  hasKeys: true,
};
const STORY: ComposerAddress = {
  name: 'Facebook',
  site: 'facebook',
  url: `${FACEBOOK}/?compose=1&steps=1`,
  editor: BOX,
  submit: '[role="dialog"] [aria-label="Post"]',
  hasKeys: false,
};
const REEL: ComposerAddress = {
  ...STORY,
  url: `${FACEBOOK}/reels/create/?step=details`,
  editor: '[role="form"] [data-lexical-editor]',
  submit: '[role="form"] > [role="button"] + [role="button"]',
};
const COMMENT: ComposerAddress = {
  ...STORY,
  url: `${FACEBOOK}/`,
  editor: 'form[role="presentation"] [data-lexical-editor]',
  submit: 'form[role="presentation"] [aria-label="Comment"]',
};
const PICTURE: ComposerAddress = {
  name: 'Instagram',
  site: 'instagram',
  url: `${INSTAGRAM}/?step=caption`,
  editor: BOX,
  submit: '[role="dialog"] > [role="button"]:nth-of-type(2)',
  hasKeys: false,
};
const TEXT = 'How a mirror is cast, in nine minutes.';
const LABELLED = `${LABEL}\n${TEXT}`;

test.beforeEach(async ({ candor }) => {
  for (const origin of ORIGINS) await sendAsPage(candor, 'add-site', { origin });
});

/** What a Facebook post says, from its form field. */
const messageOf = (body: unknown): unknown =>
  JSON.parse((body as { variables: string }).variables).input.message.text;

test('Threads: a word that publishes is held, and so is Enter on it; the address of the post is on record', async ({
  candor,
  tab,
  chip,
  person,
  openComposer,
}) => {
  const composer = await person.writesWithAi({ address: THREAD, text: TEXT });
  await composer.pressPost();
  await person.approves();
  const [post] = await composer.waitForPost();
  expect(post).toMatchObject({
    path: '/api/v1/media/configure_text_only_post/',
    body: { caption: LABELLED },
  });
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.published');
  expect((await lastFacts(candor, 'post.published')).permalink).toMatch(
    /^https:\/\/www\.threads\.com\/@candor_fixture\/post\/DAmade\d+$/u,
  );

  const again = await openComposer(THREAD);
  await again.write(TEXT);
  await chip.choose('Drafted by AI, reviewed by me');
  await tab.evaluate((css) => document.querySelector<HTMLElement>(css)?.focus(), THREAD.submit);
  await tab.press('Enter');
  await person.approves();
  expect((await again.waitForPost()).map(({ body }) => (body as { caption: string }).caption)).toEqual([
    LABELLED,
  ]);
});

test('Threads: each part of a thread is labelled, and sent once', async ({ candor, tab, person }) => {
  const composer = await person.writesWithAi({ address: THREAD, text: TEXT });
  await tab.page.click({ role: 'button', name: 'Add to thread' });
  await tab.page.click({ css: '[role="dialog"] div:nth-child(2) > [data-lexical-editor]' });
  await tab.type('And polished.');
  await composer.pressPost();
  await person.approves();
  const posts = await composer.waitForPost(2);
  expect(posts.map(({ body }) => (body as { caption: string }).caption)).toEqual([
    LABELLED,
    '(AI, see 1/2)\nAnd polished.',
  ]);
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.published');
});

test('Facebook: on the last of its steps the words, out of sight, are labelled where they stand', async ({
  candor,
  tab,
  chip,
  person,
}) => {
  const composer = await person.writesWithAi({ address: STORY, text: TEXT });
  // Nothing publishes on this step, and the chip knows why.
  await chip.waitForState('AI: needs review');
  await tab.page.click({ css: '[role="dialog"] [aria-label="Next"]' });
  await composer.pressPost();
  await person.approves();
  const posts = await composer.waitForPost();
  expect(posts.map(({ body }) => messageOf(body))).toEqual([LABELLED]);
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.published');
  // The page does not say where the post is; the first line of the answer does.
  expect((await lastFacts(candor, 'post.published')).permalink).toMatch(
    /^https:\/\/www\.facebook\.com\/candor\.fixture\/posts\/pfbid0\d+$/u,
  );
});

test('Facebook: the dialog says where the AI label of a reel is; the person takes the step and says so', async ({
  candor,
  tab,
  person,
}) => {
  const composer = await person.asksToPost({ address: REEL, text: TEXT });
  expect((await tab.inside.require({ css: '.native-switch' })).text).toContain('Add AI label');
  await tab.inside.click({ css: '.native-switch .switch' });
  await person.approves();
  const [post] = await composer.waitForPost();
  expect(messageOf(post?.body)).toBe(LABELLED);
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.published');
  expect((await lastFacts(candor, 'post.approved')).nativeSwitch).toBe('taken');
});

test('Facebook: Enter in a comment is held; labelled, it is sent once', async ({ candor, tab, person }) => {
  const composer = await person.writesWithAi({ address: COMMENT, text: TEXT });
  await tab.page.click({ css: COMMENT.editor });
  await tab.press('Enter');
  await person.approves();
  const posts = await composer.waitForPost();
  expect(posts.map(({ body }) => messageOf(body))).toEqual([LABELLED]);
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.published');
});

test('Instagram: the caption of a picture is labelled on the last step', async ({ candor, tab, person }) => {
  const composer = await person.writesWithAi({ address: PICTURE, text: TEXT });
  // A list that opens is no way to publish.
  await tab.page.click({ css: '[role="dialog"] input ~ [role="button"]' });
  await composer.pressPost();
  await person.approves();
  const posts = await composer.waitForPost();
  expect(posts).toMatchObject([{ path: '/api/v1/media/configure/', body: { caption: LABELLED } }]);
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.published');
  expect((await lastFacts(candor, 'post.published')).permalink).toBe(`${INSTAGRAM}/p/DBmade1/`);
});

test('Instagram: while the picture is sent nothing counts as posted; a refusal gives the words back', async ({
  candor,
  person,
}) => {
  // Longer than a composer that is gone has to stay away elsewhere.
  const text = `${TEXT} #refuse #slow4000`;
  const composer = await person.postsWithAi({ address: PICTURE, text });
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.failed');
  expect(await composer.texts()).toEqual([`${LABEL}\n${text}`]);
});
