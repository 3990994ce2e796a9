import { LABEL, MASTODON, TEXT } from '../attack/held-post.ts';
import { findInStorage } from '../attack/storage-search.ts';
import { expect, test, until } from './fixtures.ts';
import { sendAsPage } from './pages/extension-page.ts';
import {
  deleteLog,
  eventsOfLastPost,
  forgetLog,
  readLog,
  verifyLog,
  waitForOutcome,
} from './pages/log-page.ts';

/** Storage that refuses, is damaged, or ends with the browser. A full one: full-disk.spec.ts. */

declare const chrome: typeof import('@wxt-dev/browser').browser;

test.describe('case 33: a log written by a newer Candor', () => {
  test.beforeEach(async ({ candor }) => {
    await until(
      () =>
        candor.evaluate(
          () =>
            new Promise<boolean>((resolve) => {
              const opening = indexedDB.open('candor-log', 9999);
              opening.onsuccess = () => {
                opening.result.close();
                resolve(true);
              };
              opening.onerror = () => resolve(false);
              opening.onblocked = () => resolve(false);
            }),
        ),
      { what: 'the newer database' },
    );
  });

  test.afterEach(async ({ candor }) => {
    await deleteLog(candor);
    await forgetLog(candor);
  });

  test('holds the post, says so in a sentence, and loses neither text nor log', async ({
    candor,
    person,
    expectHeldBack,
  }) => {
    await candor.background.stop();
    const before = await readLog(candor);
    const composer = await person.writesWithAi();
    await composer.pressPost();
    await expectHeldBack(composer, /log could not be written.*Nothing was sent/);
    expect(await readLog(candor)).toEqual(before);
    const dashboard = await candor.openPage('dashboard.html#log');
    await dashboard.page.waitFor({ role: 'alert', text: /^The log was written by a newer Candor/ });
    await dashboard.page.waitFor({ text: /^Events that wait to be recorded: \d+\.$/ });
    await dashboard.page.waitFor({ css: '.room', text: /MB more/ });
    expect(await dashboard.page.axe()).toEqual([]);
    await dashboard.close();
  });

  test('keeps no human post back', async ({ candor, openComposer }) => {
    await candor.background.stop();
    const composer = await openComposer(MASTODON);
    await composer.write(TEXT);
    await composer.pressPost();
    expect((await composer.waitForPost())[0]?.body).toMatchObject({ status: TEXT });
  });
});

test('a log that is gone is said to be gone in every page, until the person has dismissed it', async ({
  candor,
}) => {
  const BANNER = { role: 'alert', text: /^The log is gone/ } as const;
  const addEntry = () => sendAsPage(candor, 'choose-preset', { preset: 'creator' });
  try {
    await addEntry();
    await until(
      () =>
        candor.evaluate(async () => (await chrome.storage.local.get('log-head'))['log-head'] !== undefined),
      { what: 'the head to be remembered' },
    );
    await deleteLog(candor);
    // From here on the log is remembered as it is now.
    await addEntry();
    await candor.background.stop();

    const popup = await candor.openPage('popup.html');
    const { text } = await popup.page.waitFor(BANNER);
    expect(text).toMatch(/Entries then: [1-9]\d*\. Entries found: 0\./);
    await popup.close();

    const dashboard = await candor.openPage('dashboard.html#names');
    await dashboard.page.waitFor(BANNER);
    expect(await dashboard.page.axe()).toEqual([]);
    await dashboard.page.click({ role: 'button', name: 'Understood, hide this' });
    await dashboard.page.waitUntilGone(BANNER);
    await dashboard.close();

    await candor.background.stop();
    const again = await candor.openPage('dashboard.html');
    await again.page.waitFor({ css: '.lead' });
    expect((await sendAsPage(candor, 'read-log-standing', {})).warning).toBeUndefined();
    expect(await again.page.find(BANNER)).toBeUndefined();
    await again.close();
  } finally {
    await forgetLog(candor);
    await candor.evaluate(() => chrome.storage.local.remove('settings'));
  }
});

test('settings that no longer parse never let a post pass unasked, and are not replaced', async ({
  candor,
  tab,
  review,
  openComposer,
}) => {
  const broken = { preset: 7, identities: 'none', keepText: true, addedSites: [] };
  await candor.evaluate((settings) => chrome.storage.local.set({ settings }), broken);
  try {
    const composer = await openComposer(MASTODON);
    await composer.write(TEXT);
    await composer.pressPost();
    await review.waitUntilFilled();
    expect(await composer.posts()).toEqual([]);
    await review.keepEditing();
    expect(await composer.texts()).toEqual([TEXT]);
    const kept = await candor.evaluate(async () => (await chrome.storage.local.get('settings')).settings);
    expect(kept).toEqual(broken);
    expect(tab.errors).toEqual([]);
  } finally {
    await candor.evaluate(() => chrome.storage.local.remove('settings'));
  }
});

test('case 40: after signal 9 right after "posted" no acknowledged entry is missing and the log verifies', async ({
  candor,
  person,
  expectWholePost,
}) => {
  await expectWholePost(await person.postsWithAi());
  const acknowledged = await readLog(candor);
  await candor.kill();
  await candor.restart();
  const found = await readLog(candor);
  expect(found.slice(0, acknowledged.length)).toEqual(acknowledged);
  const popup = await candor.openPage('popup.html');
  await verifyLog(popup.page);
  await popup.close();
});

test('case 3: a browser killed as the post is on its way has recorded the release, and says later what it knows', async ({
  candor,
  person,
}) => {
  await person.postsWithAi({ text: `${TEXT} #lost` });
  await candor.kill();
  await candor.restart();
  const events = await eventsOfLastPost(candor);
  expect(events.slice(0, 3)).toEqual(['post.held', 'post.approved', 'post.released']);
  expect(events).not.toContain('post.published');
});

test('case 51: with texts off no sentence of the post is in any storage; with texts on it is, beside the log', async ({
  candor,
  person,
}) => {
  const post = async (sentinel: string): Promise<string[]> => {
    await person.postsWithAi({ text: `Dogs and ${sentinel}.` });
    await waitForOutcome(candor);
    return findInStorage(candor, sentinel);
  };
  await sendAsPage(candor, 'keep-text', { keep: false });
  expect(await post('zanzibarquux')).toEqual([]);
  await sendAsPage(candor, 'keep-text', { keep: true });
  const places = await post('timbuktufoo');
  expect([...new Set(places)]).toEqual(['candor-log/contents']);
});

test('case 51: the label that was posted is what the log kept', async ({ candor, person }) => {
  await person.postsWithAi();
  await waitForOutcome(candor);
  expect(await findInStorage(candor, LABEL)).toContain('candor-log/contents');
});
