import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { chromium } from '#tests/harness/chromium.ts';
import { sampleInTurns } from './in-turns.ts';
import { createMeasure, type Goal, type Measure, type Samples } from './measure.ts';
import { openPageBrowser, type PageBrowser } from './page-browser.ts';
import type { Which, Whose } from './provenance-speed-decide.ts';

const WARM = 41;
const COLD = 21;
const COLD_WARM_UP = 3;
const LENGTHS = [280, 5000] as const;

const MANIFEST = {
  manifest_version: 3,
  name: 'Candor benchmark',
  version: '1',
  permissions: ['storage', 'unlimitedStorage'],
  background: { service_worker: 'worker.js' },
};

const WORKER = new URL('./provenance-speed-worker.ts', import.meta.url);
const PAGE = new URL('./provenance-speed-page.ts', import.meta.url);

async function bundle(dir: string, entry: URL, fileName: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: dir,
      emptyOutDir: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: fileURLToPath(entry),
        output: { format: 'iife', entryFileNames: fileName },
      },
    },
  });
}

/** An extension whose background does nothing but decide, with the code of the real one. */
async function makeExtension(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'candor-bench-store-'));
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(
    join(dir, 'bench.html'),
    '<!doctype html><meta charset="utf-8"><script src="page.js"></script>',
  );
  await bundle(dir, WORKER, 'worker.js');
  await bundle(dir, PAGE, 'page.js');
  return dir;
}

const lineOf = (goal: Omit<Goal, 'group' | 'unit'> & { unit?: string }, samples: Samples): Measure =>
  createMeasure({ group: 'provenance', unit: 'ms', ...goal }, samples);

/** The background is stopped before each question. */
async function measureCold(
  browser: PageBrowser,
  page: Page,
  length: number,
  whose: Whose,
): Promise<Record<Which, number[]>> {
  const draft = await page.evaluate(
    (size, of) => globalThis.candorProvenance.createDraft(size, of),
    length,
    whose,
  );
  const ask = async (which: Which): Promise<number> => {
    await chromium.stopBackground(browser.browser, browser.extensionId);
    return page.evaluate((question) => globalThis.candorProvenance.ask(question), { which, draft, whose });
  };
  return sampleInTurns(COLD, COLD_WARM_UP, {
    full: () => ask('full'),
    single: () => ask('single'),
    empty: () => ask('empty'),
  });
}

/** Memory of the running background that has answered a long draft. Last of all: whoever is looked at lives longer. */
async function readWorkerMemory({ browser, extensionId }: PageBrowser): Promise<number> {
  const target = await browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().includes(extensionId),
  );
  const session = await target.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const heap = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return heap.usedSize + heap.backingStorageSize;
}

async function measureMemory(browser: PageBrowser, page: Page): Promise<Measure> {
  const read = async (which: 'full' | 'empty'): Promise<number> => {
    await chromium.stopBackground(browser.browser, browser.extensionId);
    await page.evaluate(async (asked) => {
      const draft = globalThis.candorProvenance.createDraft(5000, 'human');
      await globalThis.candorProvenance.ask({ which: asked, draft, whose: 'human' });
    }, which);
    return readWorkerMemory(browser);
  };
  const samples = { values: [await read('full')], floors: [await read('empty')] };
  return lineOf(
    {
      name: 'memory of the background, 1,000,000 fingerprints / empty store',
      unit: 'bytes',
      limit: 32e6,
      limits: 'added',
    },
    samples,
  );
}

/** What the store costs with 1,000,000 fingerprints in it: look-ups warm and cold, remembering, memory, disk. */
export async function* measureProvenanceSpeed(): AsyncGenerator<Measure> {
  const dir = await makeExtension();
  const browser = await openPageBrowser([dir]);
  try {
    const page = await browser.browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`chrome-extension://${browser.extensionId}/bench.html`);
    await page.evaluate(() => globalThis.candorProvenance.fill());
    for (const whose of ['human', 'mixed'] as const) {
      for (const length of LENGTHS) {
        const name = `decision, ${length} characters, ${whose}`;
        const { full, single, empty } = await page.evaluate(
          (size, of, count) => globalThis.candorProvenance.warm(size, of, count),
          length,
          whose,
          WARM,
        );
        const warm = (floor: string, floors: number[]) =>
          lineOf({ name: `${name}, warm / ${floor}`, limit: 5, limits: 'added' }, { values: full, floors });
        yield warm('empty store', empty);
        if (whose === 'mixed') yield warm('store with that answer alone', single);
        const stopped = await measureCold(browser, page, length, whose);
        const cold = (floor: string, floors: number[]) =>
          lineOf(
            { name: `${name}, background stopped / ${floor}`, limit: 1.5, limits: 'ratio' },
            { values: stopped.full, floors },
          );
        yield cold('empty store', stopped.empty);
        if (whose === 'mixed') yield cold('store with that answer alone', stopped.single);
      }
    }
    yield lineOf(
      { name: '500 look-ups in the store / in one sorted list', limit: 5, limits: 'added' },
      await page.evaluate((count) => globalThis.candorProvenance.bare(count), WARM),
    );
    yield lineOf(
      { name: 'decision, 280 characters, warm / search in the plain texts', limit: 0.1, limits: 'ratio' },
      await page.evaluate(() => globalThis.candorProvenance.brute(5)),
    );
    yield lineOf(
      { name: 'remember an answer of 2,000 words / its fingerprints alone', limit: 20, limits: 'value' },
      await page.evaluate(() => globalThis.candorProvenance.remembering(31)),
    );
    yield await measureMemory(browser, page);
    const { counted, estimated, text } = await page.evaluate(() => globalThis.candorProvenance.weigh());
    const weight = (name: string, value: number, floor: number, limit: number) =>
      lineOf({ name, unit: 'bytes', limit, limits: 'ratio' }, { values: [value], floors: [floor] });
    // Counted with what the browser has not cleared away yet.
    yield weight('an answer of 2,000 words on disk / its text in UTF-16', counted, text, 6);
    yield weight('an answer as the overview estimates it / on disk', estimated, counted, 1.5);
  } finally {
    await browser.close();
    await rm(dir, { recursive: true, force: true });
  }
}
