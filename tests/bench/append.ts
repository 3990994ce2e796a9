import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { startInternet } from '#tests/harness/internet.ts';
import { launchCandor } from '#tests/harness/launch.ts';
import type { appendSamples } from './append-samples.ts';
import { appendMeasure } from './log.ts';
import type { Measure } from './measure.ts';

const SAMPLES = 41;
const WARM_UP = 5;

declare global {
  /** What the bundle of append-samples.ts leaves in the page. */
  var candorBench: { appendSamples: typeof appendSamples };
}

/** The samples and what they need, as one script for a page. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('./append-samples.ts', import.meta.url)),
        formats: ['iife'],
        name: 'candorBench',
      },
    },
  });
  const [chunk] = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk') throw new Error('the bundle has no script');
  return chunk.code.replace(/^(?:var|const|let) candorBench/u, 'globalThis.candorBench');
}

/** Appends to the log in a page of the built extension, in a database of its own. */
export async function measureAppend(extensionDir: string): Promise<Measure> {
  const internet = await startInternet();
  const candor = await launchCandor('chromium', { proxy: internet.proxy, extensionDir });
  try {
    const tab = await candor.openPage('manifest.json');
    // Script text runs as it is: the page's own policy forbids it to evaluate any.
    await tab.evaluate((await bundle()) as unknown as () => void);
    const samples = await tab.evaluate(
      (count, warmUp) => globalThis.candorBench.appendSamples('candor-bench', count, warmUp),
      SAMPLES,
      WARM_UP,
    );
    return appendMeasure('Chromium', samples);
  } finally {
    await candor.close();
    await internet.close();
  }
}
