import { rm } from 'node:fs/promises';
import { startInternet } from '#tests/harness/internet.ts';
import { launchCandor } from '#tests/harness/launch.ts';
import { addPage } from './add-page.ts';
import { copyBuild } from './built-extension.ts';
import { createMeasure, type Measure } from './measure.ts';

const PAGE = new URL('./log-export-page.ts', import.meta.url);

/** What an export costs over reading what it is made of, in a page of the extension. */
export async function* benchLogExport(): AsyncGenerator<Measure> {
  const extensionDir = await copyBuild();
  await addPage(extensionDir, PAGE);
  const internet = await startInternet();
  const candor = await launchCandor('chromium', { proxy: internet.proxy, extensionDir });
  try {
    const tab = await candor.openPage('bench.html');
    const samples = await tab.evaluate(() => globalThis.candorBench);
    yield createMeasure(
      {
        group: 'log-export',
        name: 'export of 100000 entries / bare read of the same store, Chromium',
        unit: 'ms',
        limit: 3,
        limits: 'ratio',
      },
      samples,
    );
  } finally {
    await candor.close();
    await internet.close();
    await rm(extensionDir, { recursive: true, force: true });
  }
}
