import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { chromium } from '#tests/harness/chromium.ts';
import type { LoadedExtension } from '#tests/harness/engine.ts';
import { type FixtureHost, startInternet } from '#tests/harness/internet.ts';
import { HOSTS, type Kind, serveMeasuredSite } from './measured-site.ts';

/** A tab whose script time can be read. */
export interface MeasuredTab {
  readonly page: Page;
  /** CPU time of scripts of this document and of the extensions in it so far, in milliseconds. */
  readScriptTime(): Promise<number>;
  /** Its main thread's CPU time with all that follows: style, layout, paint. In milliseconds. */
  readTaskTime(): Promise<number>;
  /** Waits until nothing is left to do. */
  rest(): Promise<void>;
}

export interface PageBrowser {
  readonly browser: Browser;
  /** Id of the first extension. */
  readonly extensionId: string;
  /** Opens the same path of the measured site with this kind of extension, or none. */
  open(kind: Kind, path: string): Promise<MeasuredTab>;
  openAddress(url: string): Promise<MeasuredTab>;
  close(): Promise<void>;
}

/** Milliseconds without work after which a page counts as at rest: longer than the gate's pause in typing. */
const REST = 450;

const readMetric = async (session: CDPSession, name: string): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = metrics.find((one) => one.name === name);
  if (!metric) throw new Error(`this browser does not tell its ${name}`);
  return metric.value * 1000;
};

/** Runs in the page. */
const waitForRest = (quiet: number): Promise<void> =>
  new Promise((resolve) => setTimeout(() => requestIdleCallback(() => resolve()), quiet));

async function openTab(browser: Browser, url: string): Promise<MeasuredTab> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    page,
    readScriptTime: () => readMetric(session, 'ScriptDuration'),
    readTaskTime: () => readMetric(session, 'TaskDuration'),
    rest: () => page.evaluate(waitForRest, REST),
  };
}

/** One browser for all kinds: they differ by the host name only, so that each meets the same machine. */
export async function openPageBrowser(extensions: string[], fixtures?: FixtureHost[]): Promise<PageBrowser> {
  const internet = await startInternet(fixtures ?? [await serveMeasuredSite()]);
  const profile = await mkdtemp(join(tmpdir(), 'candor-bench-profile-'));
  const loaded = await Promise.all(
    extensions.map(
      async (dir): Promise<LoadedExtension> => ({
        dir,
        id: await chromium.readExtensionId(dir),
        hasBackground: true,
      }),
    ),
  );
  const browser = await chromium.launch(
    { proxy: internet.proxy, extensionDir: extensions[0] ?? '' },
    profile,
    loaded,
  );
  return {
    browser,
    extensionId: loaded[0]?.id ?? '',
    open: (kind, path) => openTab(browser, `https://${HOSTS[kind]}${path}`),
    openAddress: (url) => openTab(browser, url),
    async close() {
      await browser.close();
      await internet.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
