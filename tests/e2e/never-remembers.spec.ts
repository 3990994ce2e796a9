import { verifyExport } from '#lib/log/verify.ts';
import { createVerifySignature } from '#lib/log/web-crypto.ts';
import { findOnDisk } from '../attack/disk-search.ts';
import { holdAiPost, LABEL, MASTODON } from '../attack/held-post.ts';
import { expect, test, until } from './fixtures.ts';
import { exportLog } from './pages/export-dialog.ts';
import { readMemoryLog } from './pages/log-page.ts';

/**
 * Case 36: Firefox set to "never remember history". It opens no database for an extension, and keeps the rest of the
 * extension's storage. Every window is a private one there.
 */

test.use({
  launch: { inPrivateWindows: true, preferences: { 'browser.privatebrowsing.autostart': true } },
});

const SENTINEL = 'zanzibarquux';
const NOTICE = { css: '.banner.caution', text: /^The log is not kept: it ends with this browser session/ };

test('case 36: posts go on, recorded in memory through every stop of the background, and the pages say that nothing stays', async ({
  candor,
  chip,
  review,
  openComposer,
}) => {
  const composer = await holdAiPost({ chip, review, openComposer }, { text: `Dogs and ${SENTINEL}.` });
  // What was recorded before must be found by the background that comes next.
  await candor.background.stop();
  await review.approve();
  const [post] = await composer.waitForPost();
  expect(post?.body).toMatchObject({ status: expect.stringContaining(LABEL) });
  await until(async () => (await readMemoryLog(candor)).at(-1)?.event === 'post.published', {
    what: 'the outcome',
    timeout: 15_000,
  });
  const log = await readMemoryLog(candor);
  expect(log.map(({ event }) => event)).toEqual([
    'log.opened',
    'post.held',
    'post.approved',
    'post.released',
    'post.published',
  ]);
  expect(log.filter(({ address, permalink }) => address ?? permalink)).toEqual([]);

  const popup = await candor.openPage('popup.html');
  await popup.page.waitFor(NOTICE);
  expect((await popup.page.require({ css: '.posts-item' })).text).toContain('Mastodon');
  await popup.page.click({ role: 'button', name: 'Verify now' });
  await popup.page.waitFor({ text: 'Entries shown here have not been changed since checkpoint 5.' });
  expect(await popup.page.axe()).toEqual([]);
  expect(popup.errors).toEqual([]);
  await popup.close();

  const dashboard = await candor.openPage('dashboard.html');
  await dashboard.page.waitFor(NOTICE);
  const lines = await exportLog(dashboard);
  expect(await verifyExport(lines, { verifySignature: createVerifySignature(crypto.subtle) })).toMatchObject({
    ok: true,
    size: 5,
  });
  expect(lines.join()).not.toContain(SENTINEL);
  await dashboard.close();
});

test('case 36: where nothing can be remembered of AI tools, a human post passes as the site’s own event', async ({
  review,
  openComposer,
}) => {
  const composer = await openComposer(MASTODON);
  await composer.write('We picked ours up on a rainy Tuesday.');
  await composer.pressPost();
  await composer.waitForPost();
  expect((await composer.events()).every(({ isTrusted }) => isTrusted)).toBe(true);
  expect(await review.isOpen()).toBe(false);
});

test('case 36: with the browser the log is gone, nothing of the post is on disk, and nothing is called lost', async ({
  candor,
  chip,
  review,
  openComposer,
}) => {
  await holdAiPost({ chip, review, openComposer }, { text: `Cats and ${SENTINEL}.` });
  expect((await readMemoryLog(candor)).length).toBeGreaterThan(1);
  await candor.kill();
  expect(await findOnDisk(candor.profile, SENTINEL)).toEqual([]);
  await candor.restart();
  expect(await readMemoryLog(candor)).toEqual([]);
  const popup = await candor.openPage('popup.html');
  await popup.page.waitFor(NOTICE);
  expect(await popup.page.find({ css: '.banner.danger' })).toBeUndefined();
  await popup.close();
});
