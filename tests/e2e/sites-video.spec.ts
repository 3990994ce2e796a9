import { LABEL } from '../attack/held-post.ts';
import { test as base, expect, until } from './fixtures.ts';
import { buildWithPermissions } from './pages/build-with-permissions.ts';
import { sendAsPage } from './pages/extension-page.ts';
import type { ComposerAddress } from './pages/fixture-composer.ts';
import { lastFacts, waitForOutcome } from './pages/log-page.ts';

/** Sites with a switch of their own that says "made with AI", and with more than one step. */

const STUDIO = 'https://studio.youtube.com';
const TIKTOK = 'https://www.tiktok.com';

const test = base.extend({
  extensionDir: [
    async ({ engine }, use) => buildWithPermissions(engine, [STUDIO, TIKTOK], use),
    { scope: 'worker' },
  ],
});

const UPLOAD: ComposerAddress = {
  name: 'YouTube Studio',
  site: 'youtube',
  url: `${STUDIO}/channel/UC1/videos/upload?d=ud`,
  editor: '#description-textarea #textbox',
  submit: 'ytcp-uploads-dialog #done-button button',
  hasKeys: false,
};
const VIDEO: ComposerAddress = {
  name: 'TikTok Studio',
  site: 'tiktok',
  url: `${TIKTOK}/tiktokstudio/upload`,
  editor: '[data-e2e="caption_container"] [contenteditable]',
  submit: '[data-e2e="post_video_button"]',
  hasKeys: false,
};
const TEXT = 'How a mirror is cast, in nine minutes.';

test.beforeEach(async ({ candor }) => {
  await sendAsPage(candor, 'add-site', { origin: STUDIO });
  await sendAsPage(candor, 'add-site', { origin: TIKTOK });
});

test('on the last step of YouTube Studio the description is labelled and the AI switch set, then it is published', async ({
  candor,
  tab,
  person,
}) => {
  const composer = await person.writesWithAi({ address: UPLOAD, text: TEXT });
  await tab.page.click({ css: '#next-button button' });
  await composer.pressPost();
  await person.approves();
  const [post] = await composer.waitForPost();
  expect(post?.body).toMatchObject({
    description: { newDescription: `${LABEL}\n${TEXT}` },
    alteredContent: true,
    privacyState: { newPrivacy: 'PUBLIC' },
  });
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.published');
  expect((await lastFacts(candor, 'post.approved')).nativeSwitch).toBe('set');
});

test('help with the wording leaves the switch of YouTube alone', async ({ tab, person }) => {
  const composer = await person.writesWithAi({ address: UPLOAD, text: TEXT, role: 'Edited with AI' });
  await tab.page.click({ css: '#next-button button' });
  await composer.pressPost();
  await person.approves();
  const [post] = await composer.waitForPost();
  expect(post?.body).toMatchObject({ alteredContent: false });
});

test('TikTok is asked to show its AI switch, and told yes when it asks back', async ({
  candor,
  tab,
  person,
}) => {
  const composer = await person.writesWithAi({ address: VIDEO, text: TEXT });
  await composer.pressPost();
  await person.approves();
  const [post] = await composer.waitForPost();
  expect(post?.body).toMatchObject({
    single_post_req_list: [{ single_post_feature_info: { text: `${LABEL}\n${TEXT}`, aigc: true } }],
  });
  expect(await tab.evaluate(() => window.fixture.log.length)).toBe(1);
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.published');
});

test('a switch that the person turns off in the dialog stays off, and the policy only advised it', async ({
  tab,
  person,
}) => {
  const composer = await person.asksToPost({ address: VIDEO, text: TEXT });
  await tab.inside.click({ css: '.native-switch .switch' });
  await person.approves();
  const [post] = await composer.waitForPost();
  expect(post?.body).toMatchObject({
    single_post_req_list: [{ single_post_feature_info: { aigc: false } }],
  });
});

test('what TikTok asks after the press is answered by the person, and followed to the end', async ({
  candor,
  tab,
  person,
}) => {
  const composer = await person.writesWithAi({
    address: { ...VIDEO, url: `${VIDEO.url}?ask=1` },
    text: TEXT,
  });
  await composer.pressPost();
  await person.approves();
  const confirmer = { css: '.common-modal-confirm-modal [data-type="primary"]' };
  await tab.page.waitFor(confirmer);
  expect(await composer.posts()).toEqual([]);
  await tab.page.click(confirmer);
  await composer.waitForPost();
  await until(async () => (await waitForOutcome(candor)).at(-1) === 'post.published', {
    what: 'the outcome on record',
  });
  expect((await composer.posts()).length).toBe(1);
});
