import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName, CandorBrowser } from '#tests/harness/browser.ts';
import { startInternet } from '#tests/harness/internet.ts';
import { launchCandor } from '#tests/harness/launch.ts';
import type { Tab } from '#tests/harness/tab.ts';
import { addPage, addScript } from './add-page.ts';
import { sampleInTurns } from './in-turns.ts';
import { createMeasure, type Goal, type Measure, type Samples } from './measure.ts';
import type { Which, Whose } from './provenance-speed-decide.ts';

const WARM = 41;
const COLD = 21;
const COLD_WARM_UP = 3;
const LENGTHS = [280, 5000] as const;

const WORKER = new URL('./provenance-speed-worker.ts', import.meta.url);
const PAGE = new URL('./provenance-speed-page.ts', import.meta.url);

const BACKGROUND = {
  chromium: { background: { service_worker: 'worker.js' } },
  firefox: {
    background: { scripts: ['worker.js'] },
    browser_specific_settings: { gecko: { id: 'bench@candor.example' } },
  },
} as const satisfies Record<BrowserName, object>;

/** An extension whose background does nothing but decide, with the code of the real one. */
async function makeExtension(name: BrowserName): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'candor-bench-store-'));
  const manifest = {
    manifest_version: 3,
    name: 'Candor benchmark',
    version: '1',
    permissions: ['storage', 'unlimitedStorage'],
    ...BACKGROUND[name],
  };
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
  await addScript(dir, WORKER, 'worker.js');
  await addPage(dir, PAGE);
  return dir;
}

/** An extension with a store, in one of the browsers. */
interface Place {
  readonly candor: CandorBrowser;
  readonly page: Tab;
  /** For the names of the measures. */
  readonly browser: string;
}

const createLine =
  (browser: string) =>
  ({ name, ...goal }: Omit<Goal, 'group' | 'unit'> & { unit?: string }, samples: Samples): Measure =>
    createMeasure({ group: 'provenance', unit: 'ms', name: `${name}, ${browser}`, ...goal }, samples);

/** The background is stopped before each question. */
async function measureCold(
  { candor, page }: Place,
  length: number,
  whose: Whose,
): Promise<Record<Which, number[]>> {
  const draft = await page.evaluate(
    (size, of) => globalThis.candorProvenance.createDraft(size, of),
    length,
    whose,
  );
  const ask = async (which: Which): Promise<number> => {
    await candor.background.stop();
    return page.evaluate((question) => globalThis.candorProvenance.ask(question), { which, draft, whose });
  };
  return sampleInTurns(COLD, COLD_WARM_UP, {
    full: () => ask('full'),
    single: () => ask('single'),
    empty: () => ask('empty'),
  });
}

/** Decisions warm and cold, look-ups, remembering. */
async function* measureTimes(place: Place): AsyncGenerator<Measure> {
  const { page, browser } = place;
  const lineOf = createLine(browser);
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
      const stopped = await measureCold(place, length, whose);
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
}

/** Memory of the running background that has answered a long draft. Last of all: whoever is looked at lives longer. */
async function readWorkerMemory({ candor, page }: Place): Promise<number> {
  const target = await page.raw
    .browser()
    .waitForTarget((one) => one.type() === 'service_worker' && one.url().includes(candor.extensionId));
  const session = await target.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const heap = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return heap.usedSize + heap.backingStorageSize;
}

async function measureMemory(place: Place): Promise<Measure> {
  const { candor, page, browser } = place;
  const read = async (which: 'full' | 'empty'): Promise<number> => {
    await candor.background.stop();
    await page.evaluate(async (asked) => {
      const draft = globalThis.candorProvenance.createDraft(5000, 'human');
      await globalThis.candorProvenance.ask({ which: asked, draft, whose: 'human' });
    }, which);
    return readWorkerMemory(place);
  };
  const samples = { values: [await read('full')], floors: [await read('empty')] };
  return createLine(browser)(
    {
      name: 'memory of the background, 1,000,000 fingerprints / empty store',
      unit: 'bytes',
      limit: 32e6,
      limits: 'added',
    },
    samples,
  );
}

async function* measureWeight({ page, browser }: Place): AsyncGenerator<Measure> {
  const { counted, estimated, text } = await page.evaluate(() => globalThis.candorProvenance.weigh());
  const weight = (name: string, value: number, floor: number, limit: number) =>
    createLine(browser)(
      { name, unit: 'bytes', limit, limits: 'ratio' },
      { values: [value], floors: [floor] },
    );
  // Counted with what the browser has not cleared away yet.
  yield weight('an answer of 2,000 words on disk / its text in UTF-16', counted, text, 6);
  yield weight('an answer as the overview estimates it / on disk', estimated, counted, 1.5);
}

/**
 * What the store costs with 1,000,000 fingerprints in it: look-ups warm and cold, remembering; in Chromium memory and
 * disk too.
 */
export async function* measureProvenanceSpeed(name: BrowserName): AsyncGenerator<Measure> {
  const dir = await makeExtension(name);
  const internet = await startInternet();
  const candor = await launchCandor(name, {
    proxy: internet.proxy,
    extensionDir: dir,
    // Firefox: times to the microsecond.
    preferences: { 'privacy.reduceTimerPrecision': false },
  });
  try {
    const page = await candor.openPage('bench.html');
    page.raw.setDefaultTimeout(0);
    const place = { candor, page, browser: name === 'firefox' ? 'Firefox' : 'Chromium' };
    await page.evaluate(() => globalThis.candorProvenance.fill());
    yield* measureTimes(place);
    if (name === 'firefox') return;
    yield await measureMemory(place);
    yield* measureWeight(place);
  } finally {
    await candor.close();
    await internet.close();
    await rm(dir, { recursive: true, force: true });
  }
}
