import { sampleInTurns } from './in-turns.ts';
import { createMeasure, type Measure } from './measure.ts';
import type { Kind } from './measured-site.ts';
import type { PageBrowser } from './page-browser.ts';

const SAMPLES = 41;
const WARM_UP = 4;
const FEED = '/explore';

/** Script time of one load of a light feed that is only read: with Candor, with an empty script, with nothing. */
export async function measurePageLoad(browser: PageBrowser): Promise<Measure[]> {
  const prepare = async (kind: Kind) => {
    const { page, readScriptTime, rest } = await browser.open(kind, FEED);
    return async (): Promise<number> => {
      await page.bringToFront();
      await page.reload({ waitUntil: 'load' });
      await rest();
      // Each document counts from zero.
      return readScriptTime();
    };
  };
  const samples = await sampleInTurns(SAMPLES, WARM_UP, {
    candor: await prepare('candor'),
    empty: await prepare('empty'),
    bare: await prepare('bare'),
  });
  const line = { group: 'gate', unit: 'ms', limits: 'added' } as const;
  return [
    createMeasure(
      { ...line, name: 'page load, script CPU / empty WXT script', limit: 5 },
      { values: samples.candor, floors: samples.empty },
    ),
    createMeasure(
      { ...line, name: 'page load, script CPU / no extension', limit: 6 },
      { values: samples.candor, floors: samples.bare },
    ),
  ];
}
