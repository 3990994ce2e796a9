import { rm } from 'node:fs/promises';
import { copyBuild } from './built-extension.ts';
import { sampleInTurns } from './in-turns.ts';
import { createMeasure, type Measure } from './measure.ts';
import type { Kind } from './measured-site.ts';
import { openPageBrowser, type PageBrowser } from './page-browser.ts';

/** Many short samples in turns: a machine with other work is as slow for the one as for the other. */
const SAMPLES = 201;
const WARM_UP = 10;
const CALLS = 1000;
const CALLS_A_SAMPLE = 100;
const FEED = '/explore';

/** Runs in the page: calls that publish nothing, one after the other. Milliseconds for all of them. */
const callAndWait = async (kind: 'GET' | 'POST', count: number): Promise<number> => {
  // Answered by the browser itself: what is measured is the call, not the network.
  const address = 'data:application/json,{}';
  const init = kind === 'GET' ? undefined : { method: 'POST', body: '{"like":"1"}' };
  const started = performance.now();
  for (let call = 0; call < count; call += 1) await fetch(address, init);
  return performance.now() - started;
};

/** Runs in the page: the same with `XMLHttpRequest`. */
const openAndSend = async (_: 'GET' | 'POST', count: number): Promise<number> => {
  const started = performance.now();
  for (let call = 0; call < count; call += 1)
    await new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      xhr.onloadend = resolve;
      xhr.open('POST', 'data:application/json,{}');
      xhr.send('{"like":"1"}');
    });
  return performance.now() - started;
};

async function measureCalls(
  browser: PageBrowser,
  name: string,
  work: typeof callAndWait,
  kind: 'GET' | 'POST',
): Promise<Measure> {
  const prepare = async (host: Kind) => {
    const { page, rest } = await browser.open(host, FEED);
    await rest();
    return async (): Promise<number> => {
      await page.bringToFront();
      return (await page.evaluate(work, kind, CALLS_A_SAMPLE)) * (CALLS / CALLS_A_SAMPLE);
    };
  };
  const samples = await sampleInTurns(SAMPLES, WARM_UP, {
    candor: await prepare('candor'),
    bare: await prepare('bare'),
  });
  return createMeasure(
    {
      group: 'guard',
      name: `${CALLS} ${name} that publish nothing / no extension`,
      unit: 'ms',
      limit: 1.05,
      limits: 'ratio',
    },
    { values: samples.candor, floors: samples.bare },
  );
}

/** What the request guard costs a page that sends anything but posts. */
export async function* benchGuard(): AsyncGenerator<Measure> {
  const extension = await copyBuild();
  try {
    const browser = await openPageBrowser([extension]);
    try {
      yield await measureCalls(browser, 'fetch calls', callAndWait, 'GET');
      yield await measureCalls(browser, 'fetch calls with a body', callAndWait, 'POST');
      yield await measureCalls(browser, 'XMLHttpRequests', openAndSend, 'POST');
    } finally {
      await browser.close();
    }
  } finally {
    await rm(extension, { recursive: true, force: true });
  }
}
