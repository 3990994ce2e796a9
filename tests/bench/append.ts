import { startInternet } from '#tests/harness/internet.ts';
import { launchCandor } from '#tests/harness/launch.ts';
import { addPage } from './add-page.ts';
import { appendMeasure } from './log.ts';
import type { Measure } from './measure.ts';

const PAGE = new URL('./append-page.ts', import.meta.url);

/** Appends to the log in a page of the extension, in a database of its own. Adds files to `extensionDir`. */
export async function measureAppend(extensionDir: string): Promise<Measure> {
  await addPage(extensionDir, PAGE);
  const internet = await startInternet();
  const candor = await launchCandor('chromium', { proxy: internet.proxy, extensionDir });
  try {
    const tab = await candor.openPage('bench.html');
    const samples = await tab.evaluate(() => globalThis.candorBench);
    return appendMeasure('Chromium', samples);
  } finally {
    await candor.close();
    await internet.close();
  }
}
