import { findOnDisk } from '../attack/disk-search.ts';
import { findInStorage } from '../attack/storage-search.ts';
import { expect, test } from './fixtures.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { lastFacts, verifyLog, waitForOutcome } from './pages/log-page.ts';
import { LogSection } from './pages/log-section.ts';

/** Texts beside the log that go: from every storage at once, and from the files of the profile as the browser does it. */

test('a text that its person erases is in no storage any more, and the log says so and verifies', async ({
  candor,
  person,
}) => {
  const sentinel = 'zanzibarquux lighthouse';
  await person.postsWithAi({ text: `Dogs and the ${sentinel}.` });
  await waitForOutcome(candor);
  const post = (await lastFacts(candor, 'post.released')).post;
  expect(await findInStorage(candor, sentinel)).not.toEqual([]);
  // What the page of the site showed is in the browser's own record of its tabs, which is not Candor's.
  const isOurs = (path: string): boolean => /IndexedDB|storage\/default|Extension/u.test(path);
  const findFiles = async () => (await findOnDisk(candor.profile, sentinel)).filter(isOurs);
  // Firefox packs what it stores: a search through its files finds nothing of a text that is there, and so proves nothing.
  const isSearchable = candor.name === 'chromium';
  if (isSearchable) expect(await findFiles()).not.toEqual([]);

  const log = await LogSection.open(candor);
  await log.openPost(/zanzibarquux/);
  await log.eraseTexts();
  await log.waitForStep(/Kept texts erased/);
  await log.tab.page.waitFor({ css: '.story-texts', text: /Erased on/ });
  expect(await log.tab.page.axe()).toEqual([]);
  await log.tab.press('Escape');
  await log.waitUntilPostIsGone(/zanzibarquux/);
  await verifyLog(log.tab.page);
  expect(log.tab.errors).toEqual([]);
  await log.tab.close();

  expect(await findInStorage(candor, sentinel)).toEqual([]);
  expect(await lastFacts(candor, 'texts.erased')).toMatchObject({ post, erased: { why: 'person' } });

  // No browser promises to overwrite it on the disk, and Chromium does not: the page says so before anything is erased.
  await candor.restart();
  if (isSearchable)
    console.log(`files with the erased text after a restart: ${(await findFiles()).join(', ') || 'none'}`);
  const again = await candor.openPage('dashboard.html#log');
  await again.page.click({ role: 'button', name: 'Erase kept texts' });
  await again.page.waitFor({ text: /does not promise to overwrite them on the disk/ });
  await again.close();
});

test('texts that are younger than the days that were set stay', async ({ candor, person }) => {
  await person.postsWithAi({ text: 'Timbuktufoo has no lighthouse.' });
  await waitForOutcome(candor);
  await sendAsPage(candor, 'keep-text-days', { days: 30 });
  expect(await findInStorage(candor, 'Timbuktufoo')).not.toEqual([]);
  await sendAsPage(candor, 'keep-text-days', { days: 0 });
});
