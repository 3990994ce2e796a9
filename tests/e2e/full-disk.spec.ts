import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { holdAiPost, LABEL, TEXT, writeWithAi } from '../attack/held-post.ts';
import { limitStorage } from '../attack/storage-limit.ts';
import type { Tab } from '../harness/tab.ts';
import { test as base, expect } from './fixtures.ts';
import { ChipPage, ReviewPage } from './pages/candor-ui.ts';
import { type ComposerAddress, FixtureComposer } from './pages/fixture-composer.ts';
import { readLog, waitForOutcome } from './pages/log-page.ts';

/** Case 34: the browser has no room for one more entry. */

const test = base.extend({
  // Chromium holds no extension with `unlimitedStorage` to a limit: there, Candor as it is built, but without it.
  extensionDir: [
    async ({ engine, extensionDir }, use) => {
      if (engine === 'firefox') return use(extensionDir);
      const folder = await mkdtemp(path.join(tmpdir(), 'candor-limited-'));
      await cp(extensionDir, folder, { recursive: true });
      const file = path.join(folder, 'manifest.json');
      const manifest = JSON.parse(await readFile(file, 'utf8')) as { permissions: string[] };
      const permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
      await writeFile(file, JSON.stringify({ ...manifest, permissions }));
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

const partsIn = (tab: Tab) => ({
  chip: new ChipPage(tab),
  review: new ReviewPage(tab),
  async openComposer(address: ComposerAddress) {
    const composer = new FixtureComposer(tab, address);
    await composer.open();
    return composer;
  },
});

test('case 34: what cannot be recorded is not sent; text and log stay whole, and all goes on once there is room', async ({
  candor,
  chip,
  review,
  openComposer,
}) => {
  const first = await holdAiPost({ chip, review, openComposer });
  await review.approve();
  await first.waitForPost();
  await waitForOutcome(candor);
  const before = await readLog(candor);
  // Chromium asks for room seldom, and goes by the last answer. A browser that has just started has none.
  await candor.restart();

  const tab = await candor.newTab();
  const parts = partsIn(tab);
  await limitStorage(candor, tab, 0);
  const composer = await writeWithAi(parts);
  await composer.pressPost();
  await tab.inside.waitFor({ role: 'alert', text: /log could not be written.*Nothing was sent/ });
  expect(await composer.posts()).toEqual([]);
  await parts.review.keepEditing();
  await parts.review.waitUntilClosed();
  expect(await composer.texts()).toEqual([TEXT]);
  await limitStorage(candor, tab);
  expect(await readLog(candor)).toEqual(before);

  await composer.pressPost();
  await parts.review.nameAndApprove('Ada Lovelace');
  const [post] = await composer.waitForPost();
  expect(post?.body).toMatchObject({ status: expect.stringContaining(LABEL) });
  expect(await waitForOutcome(candor)).toEqual([
    'post.held',
    'post.approved',
    'post.released',
    'post.published',
  ]);
  const log = await readLog(candor);
  expect(log.slice(0, before.length)).toEqual(before);
  // What could not be recorded then stands there now, and says that it is late.
  expect(log[before.length]).toMatchObject({
    event: 'post.held',
    reason: expect.stringMatching(/^recorded late; happened at /),
  });
  const popup = await candor.openPage('popup.html');
  await popup.page.click({ role: 'button', name: 'Verify now' });
  await popup.page.waitFor({ text: /^Entries shown here have not been changed since checkpoint \d+\.$/ });
  await popup.close();
});
