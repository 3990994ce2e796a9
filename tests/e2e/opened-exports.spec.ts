import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchCandor } from '#tests/harness/launch.ts';
import { createEntries, createExport, createSampleSigner, linkEntries } from '#tests/log/sample-log.ts';
import { test as base, expect } from './fixtures.ts';
import { exportLog } from './pages/export-dialog.ts';
import { requireComposer } from './pages/fixture-composer.ts';
import { readLog, waitForOutcome } from './pages/log-page.ts';
import { OpenedExports } from './pages/opened-exports.ts';

const WORDS = 'Cormorants dry their wings on the pier.';

interface Folder {
  write(name: string, lines: readonly string[]): string;
}

const test = base.extend<{ folder: Folder }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for it
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'candor-opened-'));
    await use({
      write(name, lines) {
        const path = join(folder, name);
        writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
        return path;
      },
    });
    rmSync(folder, { recursive: true });
  },
});

const exportOfColleague = async (): Promise<string[]> =>
  createExport(linkEntries(createEntries(4)), await createSampleSigner('candor.example/log/colleague'));

test('an export of one profile is opened in another, verified and merged by time with that of a third; nothing of it is kept', async ({
  candor,
  person,
  folder,
  engine,
  internet,
  extensionDir,
}) => {
  test.setTimeout(90_000);
  await person.postsWithAi({ address: requireComposer('Bluesky'), text: WORDS });
  await waitForOutcome(candor);
  const dashboard = await candor.openPage('dashboard.html');
  const lines = await exportLog(dashboard, { texts: 'full' });
  const shared = await exportLog(dashboard, { texts: 'digests', names: 'pseudonyms' });
  await dashboard.close();
  const ada = folder.write('ada.jsonl', lines);
  const bare = folder.write('bare.jsonl', shared);
  const colleague = folder.write('colleague.jsonl', await exportOfColleague());

  const lead = await launchCandor(engine, { proxy: internet.proxy, extensionDir });
  try {
    const before = await readLog(lead);
    const opened = await OpenedExports.show(lead);
    const { log } = opened;
    await opened.open(ada, colleague);
    expect(await opened.cardOf('ada.jsonl')).toMatch(/Verified: all \d+ entries.*Key not known to you yet/su);
    expect(await opened.cardOf('colleague.jsonl')).toMatch(
      /Verified: all 4 entries.*candor.example\/log\/colleague/su,
    );
    await log.waitForPost(/Cormorants/);
    expect(await opened.newestRow()).toMatch(/Bluesky.*Cormorants.*ada\.jsonl/su);
    await log.choose('Site', 'X');
    await log.waitForPost(/Text not in the file.*colleague\.jsonl/su);
    await log.removeChip(/Site/);
    expect(await log.tab.page.axe()).toEqual([]);

    await log.searchFor('on the pier');
    await opened.rows(1);
    await log.openPost(/Cormorants/);
    await log.waitForStep(/Reviewed and approved/);
    expect((await log.tab.page.require({ css: '.drawer' })).text).toContain('From A, ada.jsonl. Read only.');
    for (const name of ['Receipt', 'Add note', 'Erase'])
      expect(await log.tab.page.find({ role: 'button', name: new RegExp(name, 'u') })).toBeUndefined();
    expect(await log.tab.page.axe()).toEqual([]);
    await log.tab.press('Escape');
    await log.waitUntilClosed();
    await log.removeChip(/pier/);

    await opened.open(ada);
    await log.tab.page.waitFor({ css: '.opened-file .banner', text: /This file is open already, as A\./ });
    await opened.open(bare);
    expect(await opened.cardOf('bare.jsonl')).toMatch(/Of the same log as A/u);
    await log.waitForPost(/Person 1 \(stand-in, D\)/);
    await opened.remove(/^Remove D/);
    await opened.remove(/^Remove A/);
    await opened.rows(4);

    expect(await readLog(lead)).toEqual(before);
    expect(log.tab.errors).toEqual([]);
  } finally {
    await lead.close();
  }
});

test('what does not hold is not shown but when asked for, and marked; what is no export is said so', async ({
  candor,
  folder,
}) => {
  const whole = await exportOfColleague();
  const changed = whole.map((line) =>
    line.includes('"index":1,') ? line.replace('"site":"x"', '"site":"bluesky"') : line,
  );
  const opened = await OpenedExports.show(candor);
  const { log } = opened;
  await opened.open(
    folder.write('changed.jsonl', changed),
    folder.write('empty.jsonl', []),
    folder.write('posts.csv', ['time,site', '2026-11-01,x']),
    folder.write('post.tlog-proof', ['c2sp.org/tlog-proof@v1', 'index 3']),
  );
  expect(await opened.cardOf('changed.jsonl')).toMatch(/Not intact: not opened.*Entry 1 was changed/su);
  expect(await opened.cardOf('empty.jsonl')).toMatch(/The file is empty/u);
  expect(await opened.cardOf('posts.csv')).toMatch(/no export of a log as JSON Lines/u);
  expect(await opened.cardOf('post.tlog-proof')).toMatch(/receipt of one post/u);
  expect(await log.tab.page.find({ css: '.log-row' })).toBeUndefined();

  await log.tab.page.click({ role: 'button', name: 'Look anyway' });
  for (const row of await opened.rows(4)) expect(row).toMatch(/changed\.jsonl.*not verified/su);
  await log.openPost(/Bluesky/);
  await log.tab.page.waitFor({
    css: '.drawer .banner.danger',
    text: /^Not verified: from A, changed\.jsonl/,
  });
  expect(await log.tab.page.axe()).toEqual([]);
  expect(log.tab.errors).toEqual([]);
  await log.tab.close();
});

test('an export of the own log is named so, and is held against a checkpoint that is given later', async ({
  candor,
  person,
  folder,
}) => {
  await person.postsWithAi({ address: requireComposer('Bluesky'), text: 'Gulls wait for the ferry.' });
  await waitForOutcome(candor);
  const dashboard = await candor.openPage('dashboard.html');
  const earlier = await exportLog(dashboard);
  const later = await exportLog(dashboard);
  await dashboard.close();
  const checkpointOf = (lines: readonly string[]): string =>
    JSON.parse(lines.at(-1) ?? '').checkpoint.trimEnd();
  const opened = await OpenedExports.show(candor);
  await opened.open(folder.write('own.jsonl', later));
  expect(await opened.cardOf('own.jsonl')).toMatch(/Your own log.*No earlier checkpoint/su);
  await opened.open(folder.write('kept.checkpoint', [checkpointOf(earlier)]));
  await opened.log.tab.page.waitFor({ css: '.opened-file', text: /Continues the earlier checkpoint/ });
  await opened.open(
    folder.write('shorter.jsonl', earlier),
    folder.write('newest.checkpoint', [checkpointOf(later)]),
  );
  await opened.log.tab.page.waitFor({
    css: '.opened-file',
    text: /shorter\.jsonl.*Entries from \d+ on that existed before are gone/su,
  });
  expect(await opened.log.tab.page.axe()).toEqual([]);
  expect(opened.log.tab.errors).toEqual([]);
  await opened.log.tab.close();
});
