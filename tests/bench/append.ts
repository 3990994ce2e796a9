import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { startInternet } from '#tests/harness/internet.ts';
import { launchCandor } from '#tests/harness/launch.ts';
import { appendMeasure } from './log.ts';
import type { Measure } from './measure.ts';

const ENTRY = fileURLToPath(new URL('./append-page.ts', import.meta.url));
const PAGE = '<!doctype html><meta charset="utf-8"><script src="bench.js"></script>';

/** Puts the page that takes the samples beside the pages of the extension. */
async function addPage(extensionDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: extensionDir,
      emptyOutDir: false,
      reportCompressedSize: false,
      rollupOptions: { input: ENTRY, output: { format: 'iife', entryFileNames: 'bench.js' } },
    },
  });
  await writeFile(join(extensionDir, 'bench.html'), PAGE);
}

/** Appends to the log in a page of the extension, in a database of its own. Adds files to `extensionDir`. */
export async function measureAppend(extensionDir: string): Promise<Measure> {
  await addPage(extensionDir);
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
