import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CandorBrowser } from '../harness/browser.ts';
import { expect, test } from './fixtures.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { readLog, verifyLog } from './pages/log-page.ts';

/** The files in which the browser keeps Candor's databases are damaged. A browser of its own: no other file finds it so. */
test.use({ launch: { viewport: { width: 1280, height: 820 } } });

/** Of Chromium a folder of LevelDB, of Firefox one of SQLite. */
const findFolder = async ({ name, profile }: CandorBrowser): Promise<string> => {
  const [parent, isIt] =
    name === 'chromium'
      ? [join(profile, 'Default', 'IndexedDB'), /^chrome-extension_.*\.leveldb$/u]
      : [join(profile, 'storage', 'default'), /^moz-extension\+\+\+/u];
  const found = (await readdir(parent)).filter((folder) => isIt.test(folder));
  expect(found.length).toBeGreaterThan(0);
  return join(parent, found[0] ?? '');
};

const damage = async (folder: string): Promise<void> => {
  const files = await readdir(folder, { recursive: true });
  const telling = files.filter((file) => /(?:MANIFEST-\d+|\.ldb|\.log|\.sqlite)$/u.test(file));
  expect(telling.length).toBeGreaterThan(0);
  for (const file of telling) await writeFile(join(folder, file), 'damaged '.repeat(4096));
};

test('case 33: damaged database files are said to be so, and what was there before is whole once they are back', async ({
  candor,
}, testInfo) => {
  test.setTimeout(90_000);
  await sendAsPage(candor, 'choose-preset', { preset: 'creator' });
  const before = await readLog(candor);
  await candor.kill();
  const folder = await findFolder(candor);
  const copy = testInfo.outputPath('copy');
  await cp(folder, copy, { recursive: true });
  await damage(folder);

  await candor.restart();
  const recorded = await sendAsPage(candor, 'choose-preset', { preset: 'creator' }).then(
    () => true,
    () => false,
  );
  const { fault, warning } = await sendAsPage(candor, 'read-log-standing', {});
  console.log(`${candor.name}: recorded ${recorded}, fault ${fault}, warning ${warning?.is}`);
  // Firefox refuses to open them; Chromium throws them away and begins anew, which the log then says.
  expect(recorded ? warning?.is : fault).toBe(recorded ? 'lost' : 'unavailable');
  const page = await candor.openPage('dashboard.html#log');
  await page.page.waitFor({
    role: 'alert',
    text: recorded ? /^The log is gone/ : /^The browser cannot open the log/,
  });
  expect(await page.page.axe()).toEqual([]);

  await candor.kill();
  await rm(folder, { recursive: true });
  await cp(copy, folder, { recursive: true });
  await candor.restart();
  expect((await readLog(candor)).slice(0, before.length)).toEqual(before);
  const popup = await candor.openPage('popup.html');
  await verifyLog(popup.page);
});
