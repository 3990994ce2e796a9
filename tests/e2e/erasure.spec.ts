import { findOnDisk } from '../attack/disk-search.ts';
import { findInStorage } from '../attack/storage-search.ts';
import { expect, test, until } from './fixtures.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { lastFacts, verifyLog, waitForOutcome } from './pages/log-page.ts';

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

  const page = await candor.openPage('dashboard.html#log');
  await page.page.waitFor({ css: '.table-excerpt', text: /zanzibarquux/ });
  await page.page.click({ role: 'button', name: 'Erase this text', nth: 0 });
  await page.page.click({ role: 'button', name: 'Erase for good' });
  await page.page.waitUntilGone({ css: '.table-excerpt', text: /zanzibarquux/ });
  expect(await page.page.axe()).toEqual([]);
  await verifyLog(page.page);
  expect(page.errors).toEqual([]);
  await page.close();

  expect(await findInStorage(candor, sentinel)).toEqual([]);
  expect(await lastFacts(candor, 'texts.erased')).toMatchObject({ post, erased: { why: 'person' } });

  await candor.evaluate(() => undefined);
  const during = await findOnDisk(candor.profile, sentinel);
  await candor.restart();
  const once = await findOnDisk(candor.profile, sentinel);
  await candor.restart();
  const twice = await findOnDisk(candor.profile, sentinel);
  console.log(JSON.stringify({ browser: candor.name, during, once, twice }, undefined, 1));
});

test('texts older than the days that were set go by themselves', async ({ candor, person }) => {
  await person.postsWithAi({ text: 'Timbuktufoo has no lighthouse.' });
  await waitForOutcome(candor);
  const page = await candor.openPage('dashboard.html#policy');
  await page.page.waitFor({ css: '#keep-days' });
  await page.page.click({ css: '#keep-days' });
  await page.close();
  await sendAsPage(candor, 'keep-text-days', { days: 30 });
  expect(await findInStorage(candor, 'Timbuktufoo')).not.toEqual([]);
  await until(async () => (await findInStorage(candor, 'Timbuktufoo')).length > 0);
  await sendAsPage(candor, 'keep-text-days', { days: 0 });
});
