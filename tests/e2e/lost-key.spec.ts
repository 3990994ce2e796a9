import { verifyExport } from '#lib/log/verify.ts';
import { verifySignature } from '#tests/log/sample-log.ts';
import { expect, test } from './fixtures.ts';
import { catchDownload } from './pages/download.ts';
import { deleteDatabase, sendAsPage } from './pages/extension-page.ts';
import { deleteLog, forgetLog, readLog, verifyLog, waitForOutcome } from './pages/log-page.ts';

/** Case 35: a profile that was copied or restored without the key of the log. */

test.afterEach(async ({ candor }) => {
  await deleteLog(candor);
  await deleteDatabase(candor, 'candor-log~2');
  await forgetLog(candor);
});

test('a lost key begins a new log that names the last checkpoint of the old one, which stays readable', async ({
  candor,
  tab,
  person,
  expectWholePost,
}) => {
  await sendAsPage(candor, 'choose-preset', { preset: 'creator' });
  const popup = await candor.openPage('popup.html');
  await verifyLog(popup.page);
  const before = await readLog(candor);
  await popup.close();
  await candor.background.stop();
  await candor.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('candor-log');
        opening.onsuccess = () => {
          const tx = opening.result.transaction('meta', 'readwrite');
          tx.objectStore('meta').delete('key');
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          tx.onerror = () => reject(tx.error);
        };
      }),
  );

  // A background that looked at the log before the key went has it still.
  await candor.background.stop();
  await tab.bringToFront();
  await expectWholePost(await person.postsWithAi());
  await waitForOutcome(candor);
  expect(await readLog(candor, 'candor-log')).toEqual(before);
  const [opening] = await readLog(candor, 'candor-log~2');
  expect(opening?.former).toMatchObject({ size: before.length });
  expect(opening?.former?.checkpoint).toContain(`\n${before.length}\n${opening?.former?.root}\n`);

  const page = await candor.openPage('dashboard.html#log');
  await page.page.waitFor({ role: 'alert', text: /^The key of the log is gone/ });
  await page.page.waitFor({ role: 'heading', name: 'Earlier logs' });
  expect(await page.page.axe()).toEqual([]);
  await verifyLog(page.page);
  const lines = await catchDownload(page, () => page.page.click({ role: 'button', name: 'Export this log' }));
  expect(await verifyExport(lines, { verifySignature })).toMatchObject({ ok: true, size: before.length });
  expect(page.errors).toEqual([]);
  await page.close();
});
