import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { chromium } from '#tests/harness/chromium.ts';
import { type FixtureHost, startInternet } from '#tests/harness/internet.ts';
import { until } from '#tests/harness/poll.ts';
import { siteFixtures } from '#tests/sites/fixtures/index.ts';
import { copyBuild } from './built-extension.ts';
import { sampleInTurns } from './in-turns.ts';
import { createMeasure, type Measure } from './measure.ts';

/** The same chat at two addresses: one with Candor, one that it does not know. */
const HOSTS = { candor: 'chatgpt.com', bare: 'bare.example' } as const;
const TOKENS = 2000;
/** Milliseconds between two tokens: an answer of twelve seconds. */
const PACE = 6;
/** Until the capture has looked, read and told the background, milliseconds. */
const SETTLE = 2500;
const SAMPLES = 6;
const WARM_UP = 1;

const ANSWER = Array.from({ length: TOKENS / 40 }, (_, at) =>
  Array.from({ length: 40 }, (__, word) => `word${(at * 7 + word * 13) % 97}`).join(' '),
).join('\n\n');

/** There where it runs: a page of the extension. */
declare const chrome: typeof import('@wxt-dev/browser').browser;

const serveChat = async (): Promise<FixtureHost> => {
  const fixture = (await siteFixtures()).find(({ site }) => site === 'chatgpt');
  if (!fixture) throw new Error('no ChatGPT fixture');
  return { hosts: Object.values(HOSTS), handle: (request) => fixture.handle(request) };
};

/** Counts what the capture sends. */
const countCaptured = async (browser: Browser, extensionId: string): Promise<() => Promise<number>> => {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.evaluate(() => {
    const here = globalThis as unknown as { count: number };
    here.count = 0;
    chrome.runtime.onMessage.addListener(((message: { name?: string }) => {
      if (message?.name === 'remember-generation') here.count += 1;
      return undefined;
    }) as never);
  });
  return () => page.evaluate(() => (globalThis as unknown as { count: number }).count);
};

/** Main-thread time of the tab, in milliseconds, from the question to the finished answer. */
const streamOnce = async (
  browser: Browser,
  host: string,
  onSettled: () => Promise<void>,
): Promise<number> => {
  const page = await browser.newPage();
  try {
    await page.goto(`https://${host}/?pace=${PACE}`, { waitUntil: 'load' });
    const session = await page.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const read = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
    };
    await page.evaluate((answer) => window.chat.next.push(answer), ANSWER);
    const before = await read();
    await page.evaluate(() => window.chat.ask('Tell me everything.'));
    await page.waitForFunction(() => !window.chat.isBusy, { timeout: 60_000, polling: 500 });
    await page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), SETTLE);
    const after = await read();
    await onSettled();
    return after - before;
  } finally {
    await page.close();
  }
};

/** What the capture costs a page in which an answer of 2,000 tokens streams. */
export async function measureCapture(): Promise<Measure[]> {
  const extension = await copyBuild();
  const profile = await mkdtemp(join(tmpdir(), 'candor-bench-profile-'));
  const internet = await startInternet([await serveChat()]);
  try {
    const id = await chromium.readExtensionId(extension);
    const browser = await chromium.launch({ proxy: internet.proxy, extensionDir: extension }, profile, [
      { dir: extension, id, hasBackground: true },
    ]);
    try {
      const count = await countCaptured(browser, id);
      let expected = 0;
      const { candor, bare } = await sampleInTurns(SAMPLES, WARM_UP, {
        candor: () =>
          streamOnce(browser, HOSTS.candor, async () => {
            expected += 1;
            await until(async () => (await count()) >= expected, { what: 'the answer to be captured' });
          }),
        bare: () => streamOnce(browser, HOSTS.bare, async () => undefined),
      });
      return [
        createMeasure(
          {
            group: 'provenance',
            name: `streaming ${TOKENS} tokens, main-thread time / no capture`,
            unit: 'ms',
            limit: 1.05,
            limits: 'ratio',
          },
          { values: candor, floors: bare },
        ),
      ];
    } finally {
      await browser.close();
    }
  } finally {
    await internet.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    await rm(extension, { recursive: true, force: true });
  }
}
