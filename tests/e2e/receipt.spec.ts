import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from './fixtures.ts';
import { catchDownload } from './pages/download.ts';
import { requireComposer } from './pages/fixture-composer.ts';
import { lastFacts, waitForOutcome } from './pages/log-page.ts';
import { VERIFIER, VerifierPage } from './pages/verifier-page.ts';

const CLI = fileURLToPath(new URL('../../lib/cli/verify.ts', import.meta.url));
const WORDS = 'Lighthouses keep no secrets.';

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for it
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'candor-receipt-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

const verify = (...args: string[]) => spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });

test('a receipt from the dashboard verifies on the command line and in the verifier page, text included', async ({
  candor,
  person,
  folder,
  tab,
}) => {
  await person.postsWithAi({ address: requireComposer('Bluesky'), text: WORDS });
  await waitForOutcome(candor);
  const approved = await lastFacts(candor, 'post.approved');

  const dashboard = await candor.openPage('dashboard.html');
  const { page } = dashboard;
  await page.click({ css: '.log-row', text: /Lighthouses/ });
  await page.click({ role: 'button', name: /^Receipt .*Lighthouses/ });
  await page.waitFor({ css: '.receipt .review-card' });
  expect(await page.axe()).toEqual([]);

  const save = () => page.click({ role: 'button', name: 'Save receipt' });
  const bare = join(folder, 'bare.tlog-proof');
  writeFileSync(bare, `${(await catchDownload(dashboard, save)).join('\n')}\n`);
  await page.click({ css: '#receipt-text' });
  const withText = join(folder, 'text.tlog-proof');
  await dashboard.evaluate(() => Object.assign(window, { caught: undefined }));
  writeFileSync(withText, `${(await catchDownload(dashboard, save)).join('\n')}\n`);

  for (const file of [bare, withText]) {
    const { status, stdout } = verify(file, '--json');
    expect(JSON.parse(stdout)).toMatchObject([
      { report: { kind: 'receipt', result: { ok: true, entry: { index: approved.index } } } },
    ]);
    expect(status).toBe(0);
  }
  expect(verify(bare, '--json').stdout).not.toContain('Lighthouses');
  expect(verify(withText, '--json').stdout).toContain('Lighthouses');

  await page.click({ css: '.receipt button', name: 'Close' });
  await page.waitUntilGone({ css: '.receipt' });
  expect(await page.focused()).toMatchObject({ role: 'button', name: /^Receipt/ });
  expect(dashboard.errors).toEqual([]);
  await dashboard.close();

  await tab.bringToFront();
  const verifier = new VerifierPage(tab);
  await verifier.open();
  await verifier.check(withText);
  const answer = await verifier.answerFor('text.tlog-proof');
  expect(answer).toContain(`Entry ${approved.index} is in the signed log`);
  expect(answer).toContain('A person reviewed and approved it');
  await tab.page.click({ css: 'summary' });
  await tab.page.waitFor({ css: '.facts-text', text: /Lighthouses/ });
  expect(verifier.requests).toEqual([]);
});

test('the card of a reviewed post names reviewer, role, time and digest, as SVG and as PNG', async ({
  candor,
  person,
}) => {
  await person.postsWithAi({ address: requireComposer('Bluesky'), text: WORDS });
  await waitForOutcome(candor);
  const { contents = [] } = await lastFacts(candor, 'post.approved');

  const dashboard = await candor.openPage('dashboard.html');
  await dashboard.page.click({ css: '.log-row', text: /Lighthouses/ });
  await dashboard.page.click({ role: 'button', name: /^Receipt .*Lighthouses/ });
  await dashboard.page.waitFor({ css: '.receipt .review-card' });
  const press = (name: string) => () => dashboard.page.click({ role: 'button', name });
  const svg = (await catchDownload(dashboard, press('Save card as SVG'))).join('\n');
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
  for (const words of [
    'Reviewed by',
    'AI, reviewed',
    'Bluesky',
    contents[0]?.digest ?? 'no digest',
    'SHA256:',
  ])
    expect(svg).toContain(words);
  await dashboard.evaluate(() => Object.assign(window, { caught: undefined }));
  const png = (await catchDownload(dashboard, press('Save card as PNG'))).join('\n');
  expect(png.slice(1, 4)).toBe('PNG');
  expect(png.length).toBeGreaterThan(5000);
  expect(dashboard.errors).toEqual([]);
  await dashboard.close();
});

test('the dashboard saves the verifier, the one that was built', async ({ candor }) => {
  const dashboard = await candor.openPage('dashboard.html');
  const saved = await catchDownload(dashboard, () =>
    dashboard.page.click({ role: 'button', name: 'Save the verifier' }),
  );
  expect(saved.join('\n')).toBe(readFileSync(VERIFIER, 'utf8').trimEnd());
  expect(dashboard.errors).toEqual([]);
  await dashboard.close();
});
