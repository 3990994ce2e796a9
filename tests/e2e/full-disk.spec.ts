import { liftLimit, limitStorage } from '../attack/storage-limit.ts';
import { expect, test } from './fixtures.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { readLog, verifyLog } from './pages/log-page.ts';

/**
 * Case 34: the browser has no room for one more entry. Only Firefox can be brought to that: Chromium says that it obeys
 * `Storage.overrideQuotaForOrigin` and takes every write all the same.
 */

test('case 34: what cannot be recorded is not sent; text and log stay whole, and all goes on once there is room', async ({
  candor,
  tab,
  person,
  expectWholePost,
  expectHeldBack,
}) => {
  await expectWholePost(await person.postsWithAi());
  const before = await readLog(candor);

  const composer = await person.writesWithAi();
  await limitStorage(candor, tab, 0);
  try {
    await composer.pressPost();
    await expectHeldBack(composer, /log could not be written.*Nothing was sent/);
    const change = sendAsPage(candor, 'choose-preset', { preset: 'creator' });
    await expect(change).rejects.toThrow('LogError: QuotaExceededError');
  } finally {
    await liftLimit(candor, tab);
  }
  expect(await readLog(candor)).toEqual(before);

  await composer.pressPost();
  await person.approves();
  await expectWholePost(composer);
  const log = await readLog(candor);
  expect(log.slice(0, before.length)).toEqual(before);
  const popup = await candor.openPage('popup.html');
  await verifyLog(popup.page);
  expect(await popup.page.find({ css: '.banner.danger' })).toBeUndefined();
  await popup.close();
});
