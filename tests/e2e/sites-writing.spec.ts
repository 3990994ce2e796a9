import { LABEL } from '../attack/held-post.ts';
import { test as base, expect, until } from './fixtures.ts';
import { buildWithPermissions } from './pages/build-with-permissions.ts';
import { sendAsPage } from './pages/extension-page.ts';
import type { ComposerAddress } from './pages/fixture-composer.ts';
import { lastFacts, waitForOutcome } from './pages/log-page.ts';

/** Publishers with several steps, and a box that has no button at all. */

const ORIGINS = ['https://medium.com', 'https://mirrors.substack.com', 'https://discord.com'];

const test = base.extend({
  extensionDir: [async ({ engine }, use) => buildWithPermissions(engine, ORIGINS, use), { scope: 'worker' }],
});

const STORY: ComposerAddress = {
  name: 'Medium',
  site: 'medium',
  url: 'https://medium.com/new-story',
  editor: '[contenteditable] p',
  submit: '[data-action="show-prepublish"]',
  hasKeys: false,
};
const LETTER: ComposerAddress = {
  name: 'Substack',
  site: 'substack',
  url: 'https://mirrors.substack.com/publish/post/1',
  editor: '.ProseMirror',
  submit: 'main button:nth-of-type(2)',
  hasKeys: false,
};
const MESSAGE: ComposerAddress = {
  name: 'Discord',
  site: 'discord',
  url: 'https://discord.com/channels/1/2',
  editor: '[data-slate-editor="true"]',
  submit: 'form button',
  hasKeys: false,
};
const TEXT = 'How a mirror is cast, in nine minutes.';

test.beforeEach(async ({ candor }) => {
  for (const origin of ORIGINS) await sendAsPage(candor, 'add-site', { origin });
});

for (const [how, url] of [
  ['in the page', STORY.url],
  ['on a page of its own, without the story', `${STORY.url}?submission=1`],
] as const) {
  test(`Medium: the story is labelled below its title at the first step; the last step, ${how}, publishes`, async ({
    candor,
    tab,
    person,
  }) => {
    const composer = await person.writesWithAi({ address: { ...STORY, url }, text: TEXT });
    await composer.pressPost();
    await person.approves();
    const confirm = { css: '[data-testid="publishConfirmButton"]' };
    await tab.page.waitFor(confirm);
    expect(await composer.posts()).toEqual([]);
    await tab.page.click(confirm);
    const [post] = await composer.waitForPost();
    if (!url.includes('submission'))
      expect(post?.body).toMatchObject({ title: 'On mirrors', paragraphs: `${LABEL}\n${TEXT}` });
    expect((await waitForOutcome(candor)).at(-1)).toBe('post.published');
    expect((await lastFacts(candor, 'post.held')).kind).toBe('article');
  });
}

test('Substack: held at "Send to everyone now", labelled, and followed through the second dialog', async ({
  candor,
  tab,
  person,
}) => {
  const composer = await person.writesWithAi({ address: LETTER, text: TEXT });
  await composer.pressPost();
  await tab.page.click({ role: 'button', name: 'Send to everyone now' });
  await person.approves();
  const last = { role: 'button', name: 'Publish without buttons' } as const;
  await tab.page.waitFor(last);
  expect(await composer.posts()).toEqual([]);
  expect(await composer.texts()).toEqual([`${LABEL}\n${TEXT}`]);
  await tab.page.click(last);
  await composer.waitForPost();
  await until(async () => (await waitForOutcome(candor)).at(-1) === 'post.published', {
    what: 'the outcome on record',
  });
  expect((await composer.posts()).length).toBe(1);
});

test('Discord: Enter is held, the label goes in, and Enter sends', async ({ candor, tab, person }) => {
  const composer = await person.writesWithAi({ address: MESSAGE, text: TEXT });
  await tab.page.click({ css: MESSAGE.editor });
  await tab.press('Enter');
  await person.approves();
  const [post] = await composer.waitForPost();
  expect(post?.body).toMatchObject({ content: `${LABEL}\n${TEXT}` });
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.published');
  expect((await composer.posts()).length).toBe(1);
});

test('Discord: a message of one’s own passes as the site’s own event', async ({ tab, openComposer }) => {
  const composer = await openComposer(MESSAGE);
  await composer.write('Good morning.');
  await tab.press('Enter');
  await composer.waitForPost();
  expect((await composer.events()).map(({ isTrusted }) => isTrusted)).toEqual([true]);
});
