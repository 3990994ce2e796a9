import { rm } from 'node:fs/promises';
import type { LogFilter } from '#lib/model/log-query.ts';
import type { CandorBrowser } from '#tests/harness/browser.ts';
import { startInternet } from '#tests/harness/internet.ts';
import { launchCandor } from '#tests/harness/launch.ts';
import type { Tab } from '#tests/harness/tab.ts';
import { addPage } from './add-page.ts';
import { copyBuild } from './built-extension.ts';
import { readHeap, timeFirstRows, turnPages } from './dashboard-rows.ts';
import { END } from './log-scale-posts.ts';
import { createMeasure, type Measure, median, sampleInterleaved } from './measure.ts';

const PAGE = new URL('./log-scale-page.ts', import.meta.url);
const LARGE = 1_000_000;
const SMALL = 1000;
const SAMPLES = 15;
const WARM_UP = 3;
const PAGES = 50;

const DAY = 24 * 60 * 60 * 1000;
/** October 2024 on one of the sites; in the small log two of its posts. */
const FILTER: LogFilter = { site: 'mastodon', from: END - 760 * DAY, until: END - 730 * DAY };
const dayOf = (time = 0): string => new Date(time).toISOString().slice(0, 10);
const FILTERED = `#log?site=${FILTER.site}&from=${dayOf(FILTER.from)}&until=${dayOf((FILTER.until ?? DAY) - DAY)}`;

interface Made {
  readonly candor: CandorBrowser;
  /** Where the functions of log-scale-page.ts are. */
  readonly page: Tab;
}

async function makeLog(proxy: string, extensionDir: string, entries: number): Promise<Made> {
  const candor = await launchCandor('chromium', { proxy, extensionDir });
  const page = await candor.openPage('bench.html');
  const make = () => page.evaluate((count) => globalThis.candorScale.make(count), entries);
  let took = await make();
  while (!took) took = await make();
  console.error(`${entries} entries`, JSON.stringify(took));
  return { candor, page };
}

async function* measure(large: Made, small: Made): AsyncGenerator<Measure> {
  const rows =
    ({ candor }: Made, address: string) =>
    () =>
      timeFirstRows(candor, address);
  const line = (
    name: string,
    limit: number,
    samples: Awaited<ReturnType<typeof sampleInterleaved>>,
  ): Measure =>
    createMeasure(
      {
        group: 'log-scale',
        name: `${name}, ${LARGE} entries / ${SMALL}`,
        unit: 'ms',
        limit,
        limits: 'ratio',
      },
      samples,
    );
  for (const [name, hash] of [
    ['dashboard, first rows', '#log'],
    ['dashboard, first rows of one site and month', FILTERED],
  ] as const) {
    const address = `dashboard.html${hash}`;
    yield line(
      name,
      3,
      await sampleInterleaved(SAMPLES, WARM_UP, rows(large, address), rows(small, address)),
    );
  }

  const asked: object[] = [];
  const ask =
    ({ page }: Made) =>
    async () => {
      const { first, ...more } = await page.evaluate((filter) => globalThis.candorScale.ask(filter), FILTER);
      asked.push(more);
      return first;
    };
  const filtered = await sampleInterleaved(SAMPLES, WARM_UP, ask(large), ask(small));
  console.error('next page, weeks:', JSON.stringify(asked.slice(-2)));
  console.error('one site and month, no page:', median(filtered.values), '/', median(filtered.floors), 'ms');

  const took: Record<string, number[]> = {};
  const append =
    ({ page }: Made, size: number) =>
    async () => {
      const times = await page.evaluate(() => globalThis.candorScale.append());
      for (const [what, time] of Object.entries(times)) {
        const name = `${what}, ${size} entries`;
        took[name] = [...(took[name] ?? []), time];
      }
      return times.append / times.bare;
    };
  yield createMeasure(
    {
      group: 'log-scale',
      name: `append / bare write, ${LARGE} entries / ${SMALL}`,
      unit: 'times',
      limit: 1.2,
      limits: 'ratio',
    },
    await sampleInterleaved(2 * SAMPLES, WARM_UP, append(large, LARGE), append(small, SMALL)),
  );
  for (const [what, times] of Object.entries(took)) console.error(what, median(times).toFixed(2), 'ms');

  console.error('search:', JSON.stringify(await large.page.evaluate(() => globalThis.candorScale.search())));

  const heapOf = async ({ candor }: Made): Promise<number> => {
    const tab = await candor.openPage('dashboard.html#log');
    await turnPages(tab, PAGES);
    const heap = await readHeap(tab);
    await tab.close();
    return heap;
  };
  yield createMeasure(
    {
      group: 'log-scale',
      name: `heap of the dashboard after ${PAGES} pages, ${LARGE} entries / ${SMALL}`,
      unit: 'MB',
      limit: 100,
      limits: 'value',
    },
    { values: [await heapOf(large)], floors: [await heapOf(small)] },
  );
}

/** What a log of a million entries costs, against one of a thousand in the same run. */
export async function* benchLogScale(): AsyncGenerator<Measure> {
  const extension = await copyBuild();
  await addPage(extension, PAGE);
  const internet = await startInternet();
  const opened: CandorBrowser[] = [];
  try {
    const logs: Made[] = [];
    for (const entries of [LARGE, SMALL]) {
      const made = await makeLog(internet.proxy, extension, entries);
      opened.push(made.candor);
      logs.push(made);
    }
    const [large, small] = logs as [Made, Made];
    yield* measure(large, small);
  } finally {
    await Promise.all(opened.map((candor) => candor.close()));
    await internet.close();
    await rm(extension, { recursive: true, force: true });
  }
}
