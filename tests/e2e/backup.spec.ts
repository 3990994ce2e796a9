import { readFileSync, writeFileSync } from 'node:fs';
import { parseCheckpoint } from '#lib/log/checkpoint.ts';
import { verifyExport } from '#lib/log/verify.ts';
import { verifySignature } from '#tests/log/sample-log.ts';
import { expect, test } from './fixtures.ts';
import { BackupPanel } from './pages/backup-panel.ts';
import { catchDownload } from './pages/download.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { deleteLog, forgetLog, lastFacts, readLog, verifyLog, waitForOutcome } from './pages/log-page.ts';

const PASSPHRASE = 'six lighthouses by the sea';
const WORDS = 'Wendelstein keeps its secrets.';

test.beforeEach(async ({ candor, person }) => {
  await person.postsWithAi({ text: WORDS });
  await waitForOutcome(candor);
});

test('a backup comes back on another installation as an earlier log, which verifies; never twice', async ({
  candor,
}) => {
  const before = await readLog(candor);
  const first = await candor.openPage('dashboard.html#log');
  const panel = new BackupPanel(first);
  await panel.open();
  await panel.typePassphrases('short', 'other');
  await first.page.waitFor({ text: 'Too short or too uniform: at least 12 characters.' });
  await first.page.waitFor({ text: 'The two are not the same.' });
  expect(await first.page.axe()).toEqual([]);
  const path = await panel.save(PASSPHRASE);
  expect(readFileSync(path).includes(Buffer.from(WORDS))).toBe(false);
  expect((await lastFacts(candor, 'log.exported')).exported).toMatchObject({
    format: 'backup',
    entries: before.length,
  });
  expect(first.errors).toEqual([]);
  await first.close();

  // Another installation: neither log nor key, and nothing that remembers them.
  await deleteLog(candor);
  await forgetLog(candor);
  await sendAsPage(candor, 'choose-preset', { preset: 'creator' });
  const page = await candor.openPage('dashboard.html#log');
  const other = new BackupPanel(page);
  await other.open();
  await other.restore(path, 'six lighthouses', /not the one of this backup/u);
  const broken = readFileSync(path);
  broken[broken.length - 20] = (broken[broken.length - 20] ?? 0) ^ 1;
  writeFileSync(`${path}-broken`, broken);
  await other.restore(`${path}-broken`, PASSPHRASE, /The file is damaged/u);
  expect(await readLog(candor)).not.toContainEqual(expect.objectContaining({ event: 'log.restored' }));

  await other.restore(path, PASSPHRASE, /^Restored: \d+ entries of candor\.example\/log\//u);
  const { restored } = await lastFacts(candor, 'log.restored');
  expect(restored).toMatchObject({ size: before.length, as: 'former' });
  await page.page.waitFor({ role: 'heading', name: 'Earlier logs' });
  await page.page.waitFor({ text: 'It was brought here from a backup.' });
  expect(await page.page.axe()).toEqual([]);
  await other.restore(path, PASSPHRASE, new RegExp(`^Nothing to do: .* ${before.length} entries`, 'u'));
  await verifyLog(page.page);
  const lines = await catchDownload(page, () => page.page.click({ role: 'button', name: 'Export this log' }));
  expect(await verifyExport(lines, { verifySignature })).toMatchObject({
    ok: true,
    size: before.length,
    root: restored?.root,
  });
  expect(parseCheckpoint(JSON.parse(lines.at(-1) ?? '').checkpoint)?.origin).toBe(restored?.origin);
  expect(page.errors).toEqual([]);
  await page.close();
});

test('a log that is longer than the backup is not overwritten', async ({ candor }) => {
  const page = await candor.openPage('dashboard.html#log');
  const panel = new BackupPanel(page);
  await panel.open();
  const path = await panel.save(PASSPHRASE);
  await page.close();
  // The backup itself was recorded after it had been made.
  const before = await readLog(candor);
  expect(before.at(-1)?.event).toBe('log.exported');
  const again = await candor.openPage('dashboard.html#log');
  const later = new BackupPanel(again);
  await later.open();
  await later.restore(path, PASSPHRASE, new RegExp(`^Nothing to do: .* ${before.length} entries`, 'u'));
  expect(await readLog(candor)).toEqual(before);
  await verifyLog(again.page);
  expect(again.errors).toEqual([]);
  await again.close();
});
