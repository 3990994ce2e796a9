import { holdAiPost, LABEL, TEXT, writeWithAi } from '../attack/held-post.ts';
import { liftLimit, limitStorage } from '../attack/storage-limit.ts';
import { expect, test } from './fixtures.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { readLog, waitForOutcome } from './pages/log-page.ts';

/**
 * Case 34: the browser has no room for one more entry. Only Firefox can be brought to that: Chromium says that it obeys
 * `Storage.overrideQuotaForOrigin` and takes every write all the same.
 */

const EVENTS = ['post.held', 'post.approved', 'post.released', 'post.published'];

test('case 34: what cannot be recorded is not sent; text and log stay whole, and all goes on once there is room', async ({
  candor,
  tab,
  chip,
  review,
  openComposer,
}) => {
  const first = await holdAiPost({ chip, review, openComposer });
  await review.approve();
  await first.waitForPost();
  await waitForOutcome(candor);
  const before = await readLog(candor);

  const composer = await writeWithAi({ chip, openComposer });
  await limitStorage(candor, tab, 0);
  try {
    await composer.pressPost();
    await tab.inside.waitFor({ role: 'alert', text: /log could not be written.*Nothing was sent/ });
    expect(await composer.posts()).toEqual([]);
    await review.keepEditing();
    await review.waitUntilClosed();
    expect(await composer.texts()).toEqual([TEXT]);
    const change = sendAsPage(candor, 'choose-preset', { preset: 'creator' });
    await expect(change).rejects.toThrow('LogError: QuotaExceededError');
  } finally {
    await liftLimit(candor, tab);
  }
  expect(await readLog(candor)).toEqual(before);

  await composer.pressPost();
  await review.nameAndApprove('Ada Lovelace');
  const [post] = await composer.waitForPost();
  expect(post?.body).toMatchObject({ status: expect.stringContaining(LABEL) });
  expect(await waitForOutcome(candor)).toEqual(EVENTS);
  const log = await readLog(candor);
  expect(log.slice(0, before.length)).toEqual(before);
  const popup = await candor.openPage('popup.html');
  await popup.page.click({ role: 'button', name: 'Verify now' });
  await popup.page.waitFor({ text: /^Entries shown here have not been changed since checkpoint \d+\.$/ });
  expect(await popup.page.find({ css: '.banner.danger' })).toBeUndefined();
  await popup.close();
});
