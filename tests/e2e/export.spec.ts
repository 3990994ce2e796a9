import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { csvParse } from 'd3-dsv';
import { until } from '#tests/harness/test.ts';
import { test as base, expect } from './fixtures.ts';
import { exportLog, openExport } from './pages/export-dialog.ts';
import { requireComposer } from './pages/fixture-composer.ts';
import { lastFacts, readLog, waitForOutcome } from './pages/log-page.ts';

const CLI = fileURLToPath(new URL('../../lib/cli/verify.ts', import.meta.url));
const WORDS = 'Kranichfeder keeps no secrets.';

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for it
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'candor-export-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

const verify = (file: string) =>
  spawnSync(process.execPath, [CLI, '--json', file], { encoding: 'utf8' }).stdout;

test.beforeEach(async ({ candor, person }) => {
  await person.postsWithAi({ address: requireComposer('Bluesky'), text: WORDS });
  await waitForOutcome(candor);
});

test('JSON Lines verify on the command line, as chosen: whole, or without texts and names', async ({
  candor,
  folder,
}) => {
  const { identity } = await lastFacts(candor, 'post.approved');
  const dashboard = await candor.openPage('dashboard.html');
  const whole = join(folder, 'whole.jsonl');
  const lines = await exportLog(dashboard, { texts: 'full' });
  writeFileSync(whole, `${lines.join('\n')}\n`);
  expect(JSON.parse(verify(whole))).toMatchObject([{ verdict: 'intact', report: { result: { ok: true } } }]);
  expect(lines.join()).toContain(WORDS);
  expect(lines.join()).toContain(identity?.name ?? 'nobody');

  const shared = join(folder, 'shared.jsonl');
  const redacted = await exportLog(dashboard, { texts: 'digests', names: 'pseudonyms' });
  writeFileSync(shared, `${redacted.join('\n')}\n`);
  const [answer] = JSON.parse(verify(shared));
  expect(answer).toMatchObject({ verdict: 'intact', report: { result: { ok: true, texts: 0 } } });
  expect(answer.report.result.aliases).toBeGreaterThan(0);
  expect(redacted.join()).not.toMatch(/Kranichfeder|bsky\.app/u);
  expect(redacted.join()).not.toContain(identity?.name ?? 'nobody');

  const { exported } = await lastFacts(candor, 'log.exported');
  expect(exported).toMatchObject({ format: 'jsonl', texts: 'digests', names: 'pseudonyms' });
  expect(exported?.sha256).toMatch(/^[0-9a-f]{64}$/u);
  expect(dashboard.errors).toEqual([]);
  await dashboard.close();
});

test('CSV and OCSF are read by programs; neither text nor name is in what leaves them out', async ({
  candor,
}) => {
  const { identity, post } = await lastFacts(candor, 'post.approved');
  const dashboard = await candor.openPage('dashboard.html');
  const csv = (await exportLog(dashboard, { format: 'csv', texts: 'full' })).join('\n');
  expect(csv.startsWith('\uFEFF') || csv.startsWith('time,')).toBe(true);
  const rows = csvParse(csv.replace(/^\uFEFF/u, ''));
  const row = rows.find((each) => each.post === post);
  expect(row).toMatchObject({ name: identity?.name, outcome: 'published', override: 'no' });
  expect(row?.text).toContain(WORDS);

  const events = (await exportLog(dashboard, { format: 'ocsf' })).map((line) => JSON.parse(line));
  for (const event of events) {
    expect(event.type_uid).toBe(event.class_uid * 100 + event.activity_id);
    expect(event.metadata.version).toBe('1.3.0');
  }
  expect(events.some(({ type_uid }) => type_uid === 600101)).toBe(true);

  for (const format of ['csv', 'ocsf', 'html'] as const) {
    const shared = (await exportLog(dashboard, { format, texts: 'digests', names: 'pseudonyms' })).join('\n');
    expect(shared).not.toMatch(/Kranichfeder|bsky\.app/u);
    expect(shared).not.toContain(identity?.name ?? 'nobody');
  }
  expect(dashboard.errors).toEqual([]);
  await dashboard.close();
});

test('the report opens by itself, shows the posts, and runs nothing', async ({ candor, tab, folder }) => {
  const dashboard = await candor.openPage('dashboard.html');
  const html = await exportLog(dashboard, { format: 'html', texts: 'excerpts' });
  await dashboard.close();
  const file = join(folder, 'report.html');
  writeFileSync(file, html.join('\n'));
  await tab.bringToFront();
  await tab.goto(`file://${file}`);
  await tab.page.waitFor({ css: 'h1', text: 'What was published with AI' });
  await tab.page.waitFor({ css: 'td', text: /Kranichfeder/ });
  await tab.page.waitFor({ css: 'svg.chart-picture .chart-bar' });
  expect(await tab.page.find({ css: 'script' })).toBeUndefined();
  expect(await tab.page.axe()).toEqual([]);
  expect(tab.errors).toEqual([]);
});

test('says before what will be in the file; by the browser’s own save dialog nothing is left of what was cancelled', async ({
  candor,
}) => {
  const dashboard = await candor.openPage('dashboard.html');
  const { page } = dashboard;
  const before = (await readLog(candor)).length;
  /** A dialog that answers at once with a file, and keeps the writing of it waiting where asked. */
  await dashboard.evaluate(() => {
    const answers = { isSlow: true };
    Object.assign(window, {
      answers,
      showSaveFilePicker: async () => {
        const folder = await navigator.storage.getDirectory();
        const handle = await folder.getFileHandle('picked', { create: true });
        const stream = await handle.createWritable();
        const release = new Promise<void>((resolve) => Object.assign(window, { release: resolve }));
        return {
          getFile: () => handle.getFile(),
          remove: () => folder.removeEntry('picked'),
          createWritable: async () => ({
            write: async (bytes: Uint8Array<ArrayBuffer>) => {
              if (answers.isSlow) await release;
              await stream.write(bytes);
            },
            close: () => stream.close(),
            abort: () => stream.abort(),
          }),
        };
      },
    });
  });
  const isThere = () =>
    dashboard.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle('picked').then(
        async (handle) => (await handle.getFile()).text(),
        () => undefined,
      );
    });

  await openExport(dashboard);
  await page.waitFor({ css: '.export-contents li', text: /No text of any post/ });
  expect(await page.axe()).toEqual([]);
  await page.click({ role: 'button', name: 'Save the file' });
  await page.click({ role: 'button', name: 'Cancel' });
  await dashboard.evaluate(() => (window as unknown as { release(): void }).release());
  await page.waitFor({ css: 'dialog .banner', text: /^Cancelled/ });
  expect(await isThere()).toBeUndefined();
  expect(await readLog(candor)).toHaveLength(before);

  await dashboard.evaluate(() => {
    (window as unknown as { answers: { isSlow: boolean } }).answers.isSlow = false;
  });
  await page.click({ role: 'button', name: 'Save the file' });
  await page.waitFor({ css: 'dialog .banner.good', text: /^Saved: / });
  expect(await until(isThere, { what: 'the file' })).toContain('{"checkpoint":');
  expect(await readLog(candor)).toHaveLength(before + 1);
  expect(dashboard.errors).toEqual([]);
  await dashboard.close();
});
