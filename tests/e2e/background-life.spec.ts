import { goBack, noteRestore, wasRestored } from '../attack/go-back.ts';
import { holdAiPost, MASTODON, TEXT, WHOLE } from '../attack/held-post.ts';
import { holdLogLock, releaseLogLock } from '../attack/log-lock.ts';
import { expect, test, until } from './fixtures.ts';
import { ChipPage, ReviewPage } from './pages/candor-ui.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { FixtureComposer } from './pages/fixture-composer.ts';
import { eventsOfLastPost, readLog, waitForOutcome } from './pages/log-page.ts';

/** The background stops, hangs or is replaced at every point of a post's way. */

test('case 1: a background stopped before the click wakes up and decides the same', async ({
  candor,
  person,
  expectWholePost,
}) => {
  const composer = await person.writesWithAi();
  await candor.background.stop();
  await composer.pressPost();
  await person.approves();
  await expectWholePost(composer);
});

test('case 2: a background stopped between hold and answer is asked again and records one hold', async ({
  candor,
  tab,
  review,
  person,
  expectWholePost,
}) => {
  const composer = await person.writesWithAi();
  const lock = await holdLogLock(candor);
  await tab.bringToFront();
  await composer.pressPost();
  await review.waitUntilOpen();
  // The question is on its way and cannot be answered: the background dies with it.
  await candor.background.stop();
  await releaseLogLock(lock);
  await person.approves();
  await expectWholePost(composer);
});

test('case 3: a background stopped while the dialog is open completes the post with one entry each', async ({
  candor,
  review,
  person,
  expectWholePost,
}) => {
  const composer = await person.asksToPost();
  await candor.background.stop();
  await review.approve();
  await expectWholePost(composer);
});

test('case 3: a background stopped between approval and release lets nothing go unrecorded, and nothing twice', async ({
  candor,
  tab,
  review,
  person,
  expectWholePost,
}) => {
  const composer = await person.asksToPost();
  const point = await review.approvePoint();
  const lock = await holdLogLock(candor);
  await tab.bringToFront();
  await tab.click(point);
  await tab.inside.waitFor({ css: '.review-form[disabled]' });
  await candor.background.stop();
  await releaseLogLock(lock);
  await expectWholePost(composer);
});

test('case 3: a background stopped before the confirmation still records it once', async ({
  candor,
  review,
  person,
}) => {
  const composer = await person.asksToPost({ text: `${TEXT} #slow1500` });
  await review.approve();
  await composer.waitForPost();
  await candor.background.stop();
  expect(await waitForOutcome(candor)).toEqual(WHOLE);
  expect((await readLog(candor)).at(-1)?.permalink).toMatch(/^https:\/\/mastodon\.social\//);
});

test('case 5: a background that hangs leaves the post held, says so, and the text stays', async ({
  candor,
  tab,
  person,
  expectHeldBack,
}) => {
  const composer = await person.writesWithAi();
  const lock = await holdLogLock(candor);
  await tab.bringToFront();
  await composer.pressPost();
  await expectHeldBack(composer, /no answer/);
  await releaseLogLock(lock);

  // The hold was recorded late; its end must not be missing.
  expect(await waitForOutcome(candor)).toEqual(['post.held', 'post.cancelled']);
  await tab.bringToFront();
  await composer.pressPost();
  await person.approves();
  expect(await composer.waitForPost()).toHaveLength(1);
});

test('case 6: an extension reloaded under an open dialog keeps the text and what was said about it', async ({
  candor,
  engine,
  tab,
  review,
  person,
  expectWholePost,
}) => {
  const composer = await person.asksToPost();
  await candor.reloadExtension();
  await tab.bringToFront();
  // Chromium lets the old script run on, which says so; in Firefox it is dead, and the new one clears away the dialog.
  if (engine === 'chromium') {
    await tab.inside.waitFor({ role: 'alert', text: /Candor was updated/ });
    await review.keepEditing();
  }
  await review.waitUntilClosed();
  expect(await composer.texts()).toEqual([TEXT]);
  expect(await composer.posts()).toEqual([]);

  await composer.pressPost();
  await person.approves();
  await expectWholePost(composer);
});

test('case 6: after a reload of extension and page one gate holds the post, with one dialog and one entry', async ({
  candor,
  tab,
  review,
  openComposer,
  person,
  expectWholePost,
}) => {
  await openComposer(MASTODON);
  await candor.reloadExtension();
  await tab.bringToFront();
  await tab.reload();
  const composer = await person.asksToPost();
  expect(await tab.inside.findAll({ css: 'dialog[open]' })).toHaveLength(1);
  expect(await tab.inside.findAll({ css: '.chip-button' })).toHaveLength(1);
  await review.approve();
  await expectWholePost(composer);
});

test('case 6: a tab that was open before the reload is watched again, by the new script alone', async ({
  candor,
  tab,
  chip,
  person,
  expectWholePost,
}) => {
  const composer = await person.writesWithAi({ role: 'Written together with AI' });
  await candor.reloadExtension();
  await tab.bringToFront();
  await until(
    async () => {
      await tab.click('.search__input');
      await tab.click('form.compose-form textarea');
      return chip.isShown();
    },
    { what: 'the chip of the new script' },
  );
  // What had been said to the old one is known.
  await chip.waitForState('AI: needs review');
  expect(await tab.inside.findAll({ css: '.chip-button' })).toHaveLength(1);
  await chip.choose('Drafted by AI, reviewed by me');
  await composer.pressPost();
  await person.approves();
  await expectWholePost(composer);
});

test('case 9: after a restart of the browser the first post is caught', async ({ candor }) => {
  await candor.restart();
  const tab = await candor.newTab();
  const composer = new FixtureComposer(tab, MASTODON);
  const openComposer = async () => {
    await composer.open();
    return composer;
  };
  await holdAiPost({ chip: new ChipPage(tab), review: new ReviewPage(tab), openComposer });
  expect(await composer.posts()).toEqual([]);
  await until(async () => (await eventsOfLastPost(candor)).join() === 'post.held', { what: 'the entry' });
});

test('case 10: a composer page restored from the back/forward cache is still guarded, with text and role', async ({
  candor,
  tab,
  person,
  expectWholePost,
}) => {
  const composer = await person.writesWithAi();
  await noteRestore(tab);
  await tab.goto('https://bsky.app/');
  await candor.background.stop();
  await goBack(tab);
  // The browser really kept the page: nothing was loaded anew.
  await tab.waitFor(wasRestored);
  expect(await composer.texts()).toEqual([TEXT]);
  await composer.pressPost();
  await person.approves();
  await expectWholePost(composer);
});

test('case 10: a page left with the dialog open and restored from the back/forward cache can post after all', async ({
  candor,
  tab,
  review,
  person,
  expectWholePost,
}) => {
  const composer = await person.asksToPost();
  await noteRestore(tab);
  await tab.goto('https://bsky.app/');
  expect(await waitForOutcome(candor)).toEqual(['post.held', 'post.cancelled']);
  await goBack(tab);
  await tab.waitFor(wasRestored);
  expect(await review.isOpen()).toBe(false);
  expect(await composer.posts()).toEqual([]);
  await composer.pressPost();
  await person.approves();
  await expectWholePost(composer);
});

test('the log goes on past 256 entries, which are sealed, and is read whole', async ({ candor }) => {
  for (let change = 0; change < 260; change += 1)
    await sendAsPage(candor, 'choose-gate-when', { when: change % 2 === 0 ? 'always' : 'evidence' });
  const entries = await readLog(candor);
  expect(entries.length).toBeGreaterThan(260);
  expect(entries.map(({ index }) => index)).toEqual(entries.map((_, place) => place));
  await sendAsPage(candor, 'choose-preset', { preset: 'creator' });
  await sendAsPage(candor, 'choose-gate-when', { when: 'evidence' });
});
