import { goBack } from '../attack/go-back.ts';
import { test as base, expect, until } from './fixtures.ts';
import { AiChat, requireTool } from './pages/ai-chat.ts';
import { buildWithPermissions } from './pages/build-with-permissions.ts';
import { protectionOf, sendAsPage } from './pages/extension-page.ts';
import { FixtureComposer, requireComposer } from './pages/fixture-composer.ts';

const test = base.extend({
  extensionDir: [
    async ({ engine }, use) => buildWithPermissions(engine, ['https://forum.example'], use),
    { scope: 'worker' },
  ],
});

declare const chrome: typeof import('@wxt-dev/browser').browser;

const FORUM_ORIGIN = { origin: 'https://forum.example' };
const FORUM = {
  name: 'Forum',
  site: 'x',
  url: 'https://forum.example/',
  editor: '.entry',
  submit: '.new button:last-child',
  hasKeys: true,
} as const;

test('a site that is not switched on is left alone, and said to be', async ({ candor, tab, chip }) => {
  // Chromium tells of a permission that came with the installation as if it had just been given.
  if (candor.name === 'chromium') await sendAsPage(candor, 'remove-site', FORUM_ORIGIN);
  const composer = new FixtureComposer(tab, FORUM);
  await composer.open();
  await composer.write('Noch ohne Candor.');
  expect(await chip.isShown()).toBe(false);
  expect((await protectionOf(candor, FORUM.url)).protection).toBe('unwatched');
});

test('what a site said is not said of the next one in the same tab, and still holds on the way back', async ({
  candor,
  tab,
  openComposer,
}) => {
  const composer = await openComposer(requireComposer('Mastodon'));
  await composer.write('Here I am guarded.');
  const guarded = { protection: 'protected', site: 'mastodon' };
  expect(await protectionOf(candor, 'https://mastodon.social/')).toEqual(guarded);
  await tab.goto(FORUM.url);
  expect(await protectionOf(candor, FORUM.url)).toEqual({ protection: 'unwatched' });
  await goBack(tab);
  expect(await protectionOf(candor, 'https://mastodon.social/')).toEqual(guarded);
});

test('on a site that is switched on, the composer is found by what it is', async ({
  candor,
  tab,
  chip,
  person,
}) => {
  await sendAsPage(candor, 'add-site', FORUM_ORIGIN);
  const composer = new FixtureComposer(tab, FORUM);
  await composer.open();
  await composer.write('Ein Hund braucht zwei ruhige Wochen, bevor er sein neues Zuhause kennt.');
  await chip.choose('Drafted by AI, reviewed by me');
  expect((await protectionOf(candor, FORUM.url)).protection).toBe('protected');
  await composer.pressPost();
  await person.approves();
  const [post] = await composer.waitForPost();
  // The label speaks the language of the post.
  expect((post?.body as { text: string } | undefined)?.text).toMatch(
    /^\[AI.*KI.*Ada Lovelace\]\nEin Hund braucht/,
  );
});

test('case 6: an update, which may take registered scripts away, leaves a site that is switched on guarded', async ({
  candor,
  tab,
  chip,
}) => {
  await sendAsPage(candor, 'add-site', FORUM_ORIGIN);
  const registered = (): Promise<string[]> =>
    candor.evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id).sort(),
    );
  const before = await registered();
  expect(before).toContain(`gate ${FORUM_ORIGIN.origin}`);
  await candor.evaluate(() => chrome.scripting.unregisterContentScripts());
  await candor.reloadExtension();
  await until(async () => (await registered()).length === before.length, {
    what: 'the scripts to be registered again',
  });
  expect(await registered()).toEqual(before);
  await tab.bringToFront();
  const composer = new FixtureComposer(tab, FORUM);
  await composer.open();
  await composer.write('Nach dem Update.');
  await chip.choose('Edited with AI');
});

test('a search, a log-in and a preview button are no composers', async ({ candor, tab, chip, review }) => {
  await sendAsPage(candor, 'add-site', FORUM_ORIGIN);
  const composer = new FixtureComposer(tab, FORUM);
  await composer.open();
  await tab.page.click({ css: 'form[role="search"] textarea' });
  await tab.type('Hunde');
  expect(await chip.isShown()).toBe(false);
  await composer.write('Text');
  await chip.choose('Edited with AI');
  await tab.page.click({ css: '.new button:first-child' });
  expect(await review.isOpen()).toBe(false);
});

test('a picture that stands in the text at the tool’s own address is known by that', async ({
  candor,
  tab,
  review,
}) => {
  const address = 'https://chatgpt.com/backend-api/estuary/content?id=file_5';
  await sendAsPage(candor, 'add-site', FORUM_ORIGIN);
  const chat = new AiChat(tab, requireTool('ChatGPT'));
  await chat.open();
  await chat.askForPicture(address);
  await until(async () => (await sendAsPage(candor, 'read-sources', {})).generations === 1, {
    what: 'the picture to be remembered',
    timeout: 15_000,
  });
  const composer = new FixtureComposer(tab, FORUM);
  await composer.open();
  await composer.write('Unser Hafen im Morgenlicht.');
  await tab.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    document.querySelector('.entry')?.append(image);
  }, address);
  await composer.pressPost();
  await review.waitUntilFilled();
  const words = await review.text();
  expect(words).toMatch(/Picture from ChatGPT, today/u);
  // Firefox lets an extension read pictures of hosts that it may work on.
  if (candor.name === 'chromium') expect(words).toContain('from the same address');
  await review.keepEditing();
  await sendAsPage(candor, 'forget-generations', {});
});

test('case 50: a site that is switched off is no longer watched, and in Firefox its permission is given back', async ({
  candor,
  tab,
  chip,
}) => {
  await sendAsPage(candor, 'remove-site', FORUM_ORIGIN);
  const composer = new FixtureComposer(tab, FORUM);
  await composer.open();
  await composer.write('Wieder ohne Candor.');
  expect(await chip.isShown()).toBe(false);
  const isAllowed = await candor.evaluate(
    (origins) => chrome.permissions.contains({ origins }),
    ['https://forum.example/*'],
  );
  // Chromium keeps what the manifest asks for at the installation, as it does in this test's build.
  expect(isAllowed).toBe(candor.name === 'chromium');
});

test('on a site that Candor is switched off for, posts go out as if it were not there, and the icon says so', async ({
  candor,
  tab,
  chip,
  review,
}) => {
  const badge = (): Promise<[string, string]> =>
    candor.evaluate(async () => {
      const [page] = await chrome.tabs.query({ url: 'https://x.com/*' });
      const where = page?.id === undefined ? {} : { tabId: page.id };
      return [await chrome.action.getBadgeText(where), await chrome.action.getTitle(where)];
    });
  await sendAsPage(candor, 'choose-gate-when', { when: 'always' });
  await sendAsPage(candor, 'switch-site', { site: 'x', isOn: false });
  const composer = new FixtureComposer(tab, requireComposer('X, inline'));
  await composer.open();
  await until(async () => (await badge())[0] === '×', { what: 'the mark on the icon' });
  expect(await badge()).toEqual(['×', 'Candor: Not protected']);
  expect(await protectionOf(candor, 'https://x.com/')).toMatchObject({ protection: 'unwatched' });
  await composer.write('Nobody asks about this.');
  expect(await chip.isShown()).toBe(false);
  await composer.pressPost();
  expect(await composer.waitForPost()).toHaveLength(1);

  await sendAsPage(candor, 'switch-site', { site: 'x', isOn: true });
  await composer.open();
  await until(async () => (await badge())[0] === '', { what: 'the mark to go' });
  await composer.write('About this somebody does.');
  await composer.pressPost();
  await review.waitUntilFilled();
  await review.keepEditing();
  await sendAsPage(candor, 'choose-preset', { preset: 'creator' });
  await sendAsPage(candor, 'choose-gate-when', { when: 'evidence' });
});

test('where the selectors of X no longer match, the gate still holds and says that the site has changed', async ({
  candor,
  tab,
  chip,
  person,
}) => {
  const composer = new FixtureComposer(tab, {
    ...requireComposer('X, inline'),
    url: 'https://x.com/home?changed=1',
    editor: '.inline .public-DraftEditor-content',
    submit: '.inline [aria-disabled="true"], .inline button:last-of-type',
  });
  await composer.open();
  await composer.write('After the redesign.');
  await chip.choose('Drafted by AI, reviewed by me');
  await until(async () => (await protectionOf(candor, 'https://x.com/')).protection === 'changed', {
    what: 'the popup to say that this site has changed',
  });
  await tab.page.click({ role: 'button', name: 'Post', nth: 1 });
  await person.approves();
  const [post] = await composer.waitForPost();
  expect(JSON.stringify(post?.body)).toContain(
    'reviewed and approved by Ada Lovelace]\\nAfter the redesign.',
  );
});

test('where no button is left that Candor knows, the chip says that the post is not protected', async ({
  candor,
  tab,
  chip,
}) => {
  const composer = new FixtureComposer(tab, requireComposer('X, modal'));
  await composer.open();
  await composer.write('A box');
  await chip.waitForState('Mine');
  // A redesign: the button is a picture that nothing names.
  await tab.evaluate(() => {
    const button = document.querySelector('[data-testid="tweetButton"]');
    button?.removeAttribute('data-testid');
    button?.replaceChildren('◉');
  });
  await tab.type(' without a name');
  await chip.waitForState('Not protected');
  await until(async () => (await protectionOf(candor, 'https://x.com/')).protection === 'changed', {
    what: 'the popup to say that this site has changed',
  });
});
