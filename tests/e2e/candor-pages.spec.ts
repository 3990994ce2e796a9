import { verifyExport } from '#lib/log/verify.ts';
import { createVerifySignature } from '#lib/log/web-crypto.ts';
import { findInStorage } from '../attack/storage-search.ts';
import { expect, test } from './fixtures.ts';
import { exportLog } from './pages/export-dialog.ts';
import { requireComposer } from './pages/fixture-composer.ts';
import { readLog, verifyLog, waitForOutcome } from './pages/log-page.ts';

const BLUESKY = requireComposer('Bluesky');

declare const chrome: typeof import('@wxt-dev/browser').browser;

// The browser is shared with other files, which begin with the settings of a fresh installation.
test.afterEach(({ candor }) => candor.evaluate(() => chrome.storage.local.remove('settings')));

test('the popup shows the last post, finds it, proves the log, and exports what anybody can verify', async ({
  candor,
  person,
}) => {
  await person.postsWithAi({ address: BLUESKY, text: 'Quiet weeks for quiet dogs.' });
  await waitForOutcome(candor);

  const popup = await candor.openPage('popup.html');
  const post = await popup.page.waitFor({ css: '.posts-item' });
  expect(post.text).toContain('Quiet weeks for quiet dogs.');
  expect(post.text).toContain('Bluesky');
  const link = await popup.page.require({ css: '.posts-link' });
  expect(link.attributes.href).toMatch(/^https:\/\/bsky\.app\/profile\/.+\/post\//);

  await popup.page.type({ css: 'input[type="search"]' }, 'no such words');
  await popup.page.waitUntilGone({ css: '.posts-item' });
  for (const _ of 'no such words') await popup.press('Backspace');
  await popup.page.waitFor({ css: '.posts-item' });

  await verifyLog(popup.page);

  const dashboard = await candor.openPage('dashboard.html');
  const lines = await exportLog(dashboard);
  await dashboard.close();
  const verified = await verifyExport(lines, { verifySignature: createVerifySignature(crypto.subtle) });
  expect(verified.ok).toBe(true);
  const forged = lines.map((line) => line.replace('"generated-reviewed"', '"assisted"'));
  expect(forged).not.toEqual(lines);
  expect((await verifyExport(forged, { verifySignature: createVerifySignature(crypto.subtle) })).ok).toBe(
    false,
  );
  expect(popup.errors).toEqual([]);
  await popup.close();
});

test('the dashboard keeps names, and a name added there is offered in the review', async ({
  candor,
  chip,
  review,
  tab,
  openComposer,
}) => {
  const dashboard = await candor.openPage('dashboard.html#names');
  await dashboard.page.waitFor({ role: 'heading', name: 'Names' });
  await dashboard.page.waitFor({ css: '.rows ~ button, .rows-item input' });
  if (await dashboard.page.find({ role: 'button', name: 'Add a name' }))
    await dashboard.page.click({ role: 'button', name: 'Add a name' });
  await dashboard.page.type({ css: '.rows-item input:not([type="radio"])' }, 'Grace Hopper');
  await dashboard.page.click({ role: 'button', name: 'Save' });
  await dashboard.page.waitFor({ css: '.rows-item strong', text: 'Grace Hopper' });
  const row = { css: '.rows-item:last-child' };
  if (!(await dashboard.page.require(row)).text.includes('Offered first')) {
    await dashboard.page.click({ css: '.rows-item:last-child button', name: /Grace Hopper/, nth: 0 });
  }
  await dashboard.page.waitFor({ css: '.rows-item:has(.badge) strong', text: 'Grace Hopper' });
  expect(await dashboard.page.axe()).toEqual([]);
  expect(dashboard.errors).toEqual([]);
  await dashboard.close();

  await tab.bringToFront();
  const composer = await openComposer(requireComposer('Mastodon'));
  await composer.write('Compilers are kind.');
  await chip.choose('Edited with AI');
  await composer.pressPost();
  await review.waitUntilFilled();
  await review.approve();
  const [post] = await composer.waitForPost();
  expect(JSON.stringify(post?.body)).toContain('Grace Hopper');
});

test('a policy chosen on the dashboard is in force at the next post, and the change is in the log', async ({
  candor,
  chip,
  review,
  tab,
  openComposer,
}) => {
  const dashboard = await candor.openPage('dashboard.html#policy');
  await dashboard.page.click({ css: 'label', text: /^Sharing policy 2022/ });
  await dashboard.page.waitFor({ css: 'label:has(input:checked)', text: /^Sharing policy 2022/ });
  await tab.bringToFront();
  const composer = await openComposer(requireComposer('X, inline'));
  await composer.write('Under stricter rules.');
  await chip.choose('Written together with AI');
  await composer.pressPost();
  await review.waitUntilFilled();
  expect(await review.text()).toContain('Sharing policy 2022');
  expect(await review.text()).not.toContain('Post without label');
  await review.keepEditing();

  await dashboard.bringToFront();
  await dashboard.page.click({ css: 'label', text: /^Creator/ });
  await dashboard.page.waitFor({ css: 'label:has(input:checked)', text: /^Creator/ });
  await dashboard.close();
});

test('the address of an AI tool is not added as a site: the page says where it belongs', async ({
  candor,
}) => {
  const { page, press, close, errors } = await candor.openPage('dashboard.html#sites');
  await page.type({ css: '#site-address' }, 'chatgpt.com');
  await press('Enter');
  await page.waitFor({ css: '#site-address-error', text: /^ChatGPT is an AI tool.*see “AI tools”\.$/ });
  expect(await page.axe()).toEqual([]);
  expect(errors).toEqual([]);
  await close();
});

test('kept texts are erased after a question, all of them; the entries stay and the log verifies', async ({
  candor,
  person,
}) => {
  await person.postsWithAi({ address: BLUESKY, text: 'Foxes read quuxwords at night.' });
  await waitForOutcome(candor);
  const before = await readLog(candor);
  expect(await findInStorage(candor, 'quuxwords')).toContain('candor-log/contents');

  const { page, close, errors } = await candor.openPage('dashboard.html');
  await page.waitFor({ css: '.table-excerpt', text: /quuxwords/ });
  await page.click({ role: 'button', name: 'Erase kept texts' });
  await page.waitFor({ css: '.erase .banner', text: /The log still verifies/ });
  await page.click({ role: 'button', name: 'Keep them' });
  await page.waitUntilGone({ css: '.erase .banner' });
  expect(await findInStorage(candor, 'quuxwords')).toContain('candor-log/contents');

  await page.click({ role: 'button', name: 'Erase kept texts' });
  expect(await page.axe()).toEqual([]);
  await page.click({ role: 'button', name: 'Erase all texts' });
  await page.waitFor({ css: '.erase .banner.good', text: /^Texts erased: [1-9]\d*\./ });
  await page.waitUntilGone({ css: '.table-excerpt' });
  expect(await page.focused()).toMatchObject({ name: 'Erase kept texts' });
  expect(await findInStorage(candor, 'quuxwords')).toEqual([]);
  const after = await readLog(candor);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.slice(before.length)).toMatchObject([{ event: 'texts.erased', erased: { why: 'person' } }]);
  await verifyLog(page);
  expect(errors).toEqual([]);
  await close();
});
