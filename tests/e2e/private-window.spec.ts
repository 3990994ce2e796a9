import { findOnDisk } from '../attack/disk-search.ts';
import { holdAiPost, LABEL, MASTODON } from '../attack/held-post.ts';
import type { CandorBrowser } from '../harness/browser.ts';
import type { Tab } from '../harness/tab.ts';
import { expect, test } from './fixtures.ts';
import { ChipPage, ReviewPage } from './pages/candor-ui.ts';
import { FixtureComposer } from './pages/fixture-composer.ts';
import { readLog, waitForOutcome } from './pages/log-page.ts';

/** Case 37: a private window in which the person lets Candor run. */

test.use({ launch: { inPrivateWindows: true } });

declare const chrome: typeof import('@wxt-dev/browser').browser;

const inPrivateWindow = async (candor: CandorBrowser): Promise<Tab> => {
  await candor.evaluate(async (url) => {
    await chrome.windows.create({ incognito: true, url });
  }, MASTODON.url);
  const tab = await candor.waitForTab(MASTODON.url);
  await tab.bringToFront();
  return tab;
};

/** Posts from the tab that shows the composer already; gives what the site was sent. */
const post = async (tab: Tab, text: string): Promise<string> => {
  const composer = new FixtureComposer(tab, MASTODON);
  await tab.page.waitFor({ css: MASTODON.editor });
  const chip = new ChipPage(tab);
  const review = new ReviewPage(tab);
  await holdAiPost({ chip, review, openComposer: async () => composer }, { text });
  await review.approve();
  return JSON.stringify(await composer.waitForPost());
};

const EVENTS = ['post.held', 'post.approved', 'post.released', 'post.published'];

test('case 37: a post from a private window goes through; neither its text nor its address nor its link is kept', async ({
  candor,
  engine,
}) => {
  const tab = await inPrivateWindow(candor);
  const sent = await post(tab, 'Dogs and zanzibarquux.');
  expect(sent).toContain('zanzibarquux');
  expect(sent).toContain(LABEL);
  expect(await waitForOutcome(candor)).toEqual(EVENTS);
  const log = await readLog(candor);
  expect(log.filter(({ address, permalink }) => address ?? permalink)).toEqual([]);
  await tab.close();
  if (engine === 'firefox') {
    // There a page in a private window gets no database. It must not look as if nothing had been recorded.
    const address = candor.extensionUrl('popup.html');
    await candor.evaluate(async (url) => {
      await chrome.windows.create({ incognito: true, url });
    }, address);
    const popup = await candor.waitForTab(address);
    await popup.page.waitFor({ css: '.banner', text: /^The log cannot be shown in a private window/ });
    expect(await popup.page.find({ role: 'button', name: 'Verify now' })).toBeUndefined();
    expect(await popup.page.find({ role: 'button', name: 'Export' })).toBeUndefined();
    await popup.close();
  }
  await candor.kill();
  expect(await findOnDisk(candor.profile, 'zanzibarquux')).toEqual([]);
  await candor.restart();
  expect((await readLog(candor)).slice(0, log.length)).toEqual(log);
});

test('case 37: beside it, a post from an ordinary window is kept as always', async ({ candor, tab }) => {
  await tab.goto(MASTODON.url);
  await post(tab, 'Dogs and timbuktufoo.');
  expect(await waitForOutcome(candor)).toEqual(EVENTS);
  const [first] = (await readLog(candor)).slice(-EVENTS.length);
  expect(first).toMatchObject({ event: 'post.held', address: MASTODON.url });
  await candor.kill();
  expect(await findOnDisk(candor.profile, 'timbuktufoo')).not.toEqual([]);
});
