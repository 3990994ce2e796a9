import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import type { BrowserName, CandorBrowser, LaunchOptions } from './browser.ts';
import { chromium } from './chromium.ts';
import type { LoadedExtension } from './engine.ts';
import { firefox } from './firefox.ts';
import { copyInOneLanguage } from './one-language.ts';
import { until } from './poll.ts';
import { installProbe } from './probe-dir.ts';
import { makeTab } from './puppeteer-tab.ts';
import type { Tab } from './tab.ts';

const ENGINES = { chromium, firefox };

const remove = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 10 });

async function readHasBackground(dir: string): Promise<boolean> {
  const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'));
  return 'background' in manifest;
}

/** The process of the browser, while it runs. */
function findProcess(browser: Browser): ChildProcess | undefined {
  const process = browser.process();
  return process && process.exitCode === null && process.signalCode === null ? process : undefined;
}

/** Resolves when the process of the browser is gone. */
async function ended(browser: Browser): Promise<void> {
  const process = findProcess(browser);
  if (process) await new Promise((resolve) => process.once('exit', resolve));
}

/** Starts a browser with the extension under test and the probe; resolves when both are loaded. */
export async function launchCandor(name: BrowserName, options: LaunchOptions): Promise<CandorBrowser> {
  const engine = ENGINES[name];
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), `candor-${name}-`)));
  const probe = await installProbe();
  const copy = options.language && (await copyInOneLanguage(options.extensionDir, options.language));
  const dirs = [copy || options.extensionDir, ...(options.otherExtensions ?? []), probe];
  const extensions: LoadedExtension[] = await Promise.all(
    dirs.map(async (dir) => ({
      dir,
      id: await engine.readExtensionId(dir),
      hasBackground: await readHasBackground(dir),
    })),
  );
  const extensionId = (extensions[0] as LoadedExtension).id;
  const origin = engine.extensionOrigin(extensionId);

  const start = () => engine.launch(options, profile, extensions);
  let browser = await start();
  const version = (await browser.version()).replace(/^.*\//, '');

  async function openTab(address?: string, background = false): Promise<Tab> {
    const tab = makeTab(await browser.newPage({ background }), engine);
    if (address) await tab.goto(address);
    return tab;
  }

  const extensionUrl = (path: string) => new URL(path, `${origin}/`).href;

  const inner = extensionUrl('manifest.json');
  let kept: Promise<Tab> | undefined;

  /** The tab in which `evaluate` runs: opened once, and again after a restart of browser or extension. */
  async function requireInnerTab(): Promise<Tab> {
    const isThere = await kept
      ?.then((tab) => tab.url())
      .then(
        (url) => url === inner,
        () => false,
      );
    if (!isThere) kept = openTab(inner, true);
    return kept as Promise<Tab>;
  }

  const candor: CandorBrowser = {
    name,
    version,
    extensionId,
    profile,
    extensionUrl,
    get pid() {
      return findProcess(browser)?.pid;
    },
    background: {
      isRunning: () => engine.isBackgroundRunning(browser, extensionId),
      stop: () => engine.stopBackground(browser, extensionId),
    },
    newTab: (url) => openTab(url),
    openPage: (path) => openTab(extensionUrl(path)),
    async waitForTab(address, waiting = {}) {
      const matches = (url: string) => (typeof address === 'string' ? url === address : address.test(url));
      return until(
        async () => {
          for (const page of await browser.pages()) {
            const url = await page.evaluate(() => location.href).catch(() => 'gone');
            if (matches(url)) return makeTab(page, engine);
          }
          const unseen = (await engine.listUnseenTabs(browser)).find(matches);
          return unseen === undefined ? undefined : openTab(unseen);
        },
        { what: `a tab at ${address}`, ...waiting },
      );
    },
    async evaluate(run, ...args) {
      const tab = await requireInnerTab();
      try {
        return await tab.evaluate(run, ...args);
      } finally {
        // Who watches the browser has no use for it.
        if (options.visible) await tab.close();
      }
    },
    reloadExtension: () => engine.reloadExtension(browser, extensionId),
    async kill() {
      findProcess(browser)?.kill('SIGKILL');
      await ended(browser);
    },
    async restart() {
      if (findProcess(browser)) await browser.close();
      await ended(browser);
      browser = await start();
    },
    async close() {
      if (findProcess(browser)) await browser.close();
      await ended(browser);
      await remove(probe);
      if (copy) await remove(copy);
      if (!options.profile) await remove(profile);
    },
  };
  return candor;
}
