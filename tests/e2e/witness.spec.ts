import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { checkCheckpoint, parseCheckpoint } from '#lib/log/checkpoint.ts';
import { findCosignature, parseWitnessKey } from '#lib/log/cosignature.ts';
import {
  createEntries,
  createExport,
  createSampleSigner,
  linkEntries,
  verifySignature,
} from '#tests/log/sample-log.ts';
import { expect, test } from './fixtures.ts';
import { catchDownload } from './pages/download.ts';

test('a witness signs what extends what it saw, and nothing else; both signatures verify', async ({
  candor,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-witness-'));
  const signer = await createSampleSigner('candor.example/log/colleague');
  const write = async (name: string, count: number, site?: string): Promise<string> => {
    const path = join(folder, name);
    const lines = await createExport(linkEntries(createEntries(count, site)), signer);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  const dashboard = await candor.openPage('dashboard.html');
  const { page } = dashboard;
  await page.click({ css: '.witness summary' });
  const choose = async (path: string): Promise<void> => {
    const input = (await dashboard.raw.$('#witness-file')) as ElementHandle<HTMLInputElement> | null;
    await input?.uploadFile(path);
  };

  const first = await write('first.jsonl', 5);
  const signed = `${(await catchDownload(dashboard, () => choose(first))).join('\n')}\n`;
  await page.waitFor({ css: '.witness .banner.good', text: /checkpoint of 5 entries.*the first you see/su });
  const shown = await page.require({ css: '.witness-key' });
  const witness = parseWitnessKey(shown.text.trim());
  const checkpoint = parseCheckpoint(signed);
  if (!checkpoint || !witness) throw new Error(`no checkpoint or no key: ${signed} ${shown.text}`);
  expect(await checkCheckpoint(checkpoint, signer.key, verifySignature)).toBe('verified');
  expect(await findCosignature(checkpoint.note, witness, verifySignature)).toBeGreaterThan(1_700_000_000);
  expect(await page.axe()).toEqual([]);

  await choose(await write('longer.jsonl', 8));
  await page.waitFor({ css: '.witness .banner.good', text: /8 entries.*extends the 5 entries/su });
  await choose(await write('shorter.jsonl', 6));
  await page.waitFor({
    css: '.witness .banner.danger',
    text: /Entries from 6 on that existed before are gone/u,
  });
  await choose(await write('replaced.jsonl', 9, 'another'));
  await page.waitFor({ css: '.witness .banner.danger', text: /not the entries that were signed/u });
  expect(dashboard.errors).toEqual([]);
  await dashboard.close();
  rmSync(folder, { recursive: true });
});
