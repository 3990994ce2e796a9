import { rm } from 'node:fs/promises';
import { startInternet } from '#tests/harness/internet.ts';
import { launchCandor } from '#tests/harness/launch.ts';
import { addPage } from './add-page.ts';
import { copyBuild } from './built-extension.ts';
import { createMeasure, type Measure, median } from './measure.ts';

const PAGE = new URL('./log-verify-page.ts', import.meta.url);
const ENTRIES = Number(process.env.CANDOR_ENTRIES ?? 100_000);
const SAMPLES = ENTRIES > 100_000 ? 3 : 7;
/** Milliseconds in which the page must come to do something else: a task longer than this is felt. */
const LONGEST_PAUSE = 50;

/** What checking a whole log costs in a page, over reading and hashing it with the same library. */
export async function* benchLogVerify(): AsyncGenerator<Measure> {
  const extensionDir = await copyBuild();
  await addPage(extensionDir, PAGE);
  const internet = await startInternet();
  const candor = await launchCandor('chromium', { proxy: internet.proxy, extensionDir });
  try {
    const tab = await candor.openPage('bench.html');
    const measure = () =>
      tab.evaluate(([entries, count]) => globalThis.candorVerify(entries, count), [
        ENTRIES,
        SAMPLES,
      ] as const);
    let found = await measure();
    while (!found) found = await measure();
    const perSecond = (times: readonly number[]): number => Math.round((ENTRIES / median(times)) * 1000);
    console.error(
      `entries/s: ${perSecond(found.values)}, floor ${perSecond(found.floors)}; stopped after ${found.stop.toFixed(0)} ms`,
    );
    const name = `verify ${ENTRIES} entries in the page`;
    yield createMeasure(
      { group: 'log-verify', name: `${name} / read and hash them`, unit: 'ms', limit: 1.5, limits: 'ratio' },
      found,
    );
    yield createMeasure(
      {
        group: 'log-verify',
        name: `${name}, longest pause`,
        unit: 'ms',
        limit: LONGEST_PAUSE,
        limits: 'value',
      },
      { values: [found.pause], floors: [LONGEST_PAUSE] },
    );
  } finally {
    await candor.close();
    await internet.close();
    await rm(extensionDir, { recursive: true, force: true });
  }
}
