import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import type { BrowserName, CandorBrowser, LaunchOptions } from './browser.ts';
import { type FixtureHost, type Internet, startInternet } from './internet.ts';
import { launchCandor } from './launch.ts';
import type { Tab } from './tab.ts';

export { until } from './poll.ts';
export { expect };

interface WorkerFixtures {
  /** Which browser this project drives. Set by tests/playwright.config.ts. */
  engine: BrowserName;
  /** Folder of the unpacked extension under test; default: the build for this browser. */
  extensionDir: string;
  /** Sites that every test of this file can reach. More: `internet.serve(...)` in a test. */
  sites: { hosts: FixtureHost[] };
  /** Further options of the start, e.g. `{ language: 'de' }`. */
  launch: Partial<LaunchOptions>;
  /** One fake internet a worker. */
  internet: Internet;
  /** One browser a worker; started again before a test that finds it dead. */
  workerBrowser: CandorBrowser;
}

interface TestFixtures {
  candor: CandorBrowser;
  /** A fresh tab in front. */
  tab: Tab;
  /** After each test: nothing but fixture hosts was asked for, and no fixture threw. */
  closedWorld: undefined;
}

const BUILDS = { chromium: '../../.output/chrome-mv3', firefox: '../../.output/firefox-mv3' } as const;

function expectClosedWorld({ refused }: Internet): void {
  const asked = refused.map(({ method, url, from }) => `${method} ${url} from ${from ?? 'the browser'}`);
  expect([...new Set(asked)], 'nothing outside the fake internet was asked for').toEqual([]);
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  engine: ['chromium', { scope: 'worker', option: true }],
  sites: [{ hosts: [] }, { scope: 'worker', option: true }],
  launch: [{}, { scope: 'worker', option: true }],

  extensionDir: [
    async ({ engine }, use) => {
      await use(fileURLToPath(new URL(BUILDS[engine], import.meta.url)));
    },
    { scope: 'worker' },
  ],

  internet: [
    async ({ sites }, use) => {
      const internet = await startInternet(sites.hosts);
      await use(internet);
      await internet.close();
    },
    { scope: 'worker' },
  ],

  workerBrowser: [
    async ({ engine, extensionDir, internet, launch }, use) => {
      const candor = await launchCandor(engine, { proxy: internet.proxy, extensionDir, ...launch });
      await use(candor);
      await candor.close();
      expectClosedWorld(internet);
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  candor: async ({ workerBrowser }, use) => {
    if (workerBrowser.pid === undefined) await workerBrowser.restart();
    await use(workerBrowser);
  },

  tab: async ({ candor }, use) => {
    const tab = await candor.newTab();
    await use(tab);
    if (candor.pid !== undefined) await tab.close().catch(() => undefined);
  },

  closedWorld: [
    async ({ internet }, use) => {
      // What came between two tests counts too.
      expectClosedWorld(internet);
      internet.forget();
      await use(undefined);
      expectClosedWorld(internet);
      expect(internet.faults, 'faults of fixtures').toEqual([]);
    },
    { auto: true },
  ],
});
