import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type CDPSession } from 'puppeteer-core';
import type { Engine } from './engine.ts';
import { requireBrowser } from './find-browser.ts';
import { until } from './poll.ts';

/** A name that resolves nowhere (RFC 6761). */
const NOWHERE = 'nowhere.invalid';

/** Switches off everything with which Chromium calls home or looks past the proxy. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-default-apps',
  '--no-pings',
  '--dns-prefetch-disable',
  '--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,NetworkTimeServiceQuerying',
  // Three callers that no switch or preference stops: components installed on demand, the list of signed-in accounts,
  // and the spelling dictionary. They bypass the proxy to names that no resolver answers: they fail inside the browser.
  `--component-updater=disable-background-downloads,url-source=http://${NOWHERE}/`,
  `--gaia-url=https://${NOWHERE}`,
  `--proxy-bypass-list=<-loopback>;${NOWHERE};redirector.gvt1.com`,
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Settings of a fresh profile that no switch sets. */
const PREFERENCES = {
  // Else an unpacked extension stays off when it reloads.
  extensions: { ui: { developer_mode: true } },
};

async function preparePreferences(profile: string): Promise<void> {
  const file = join(profile, 'Default', 'Preferences');
  if (existsSync(file)) return;
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(file, JSON.stringify(PREFERENCES));
}

const WORKER = 'service_worker';

/** 32 letters from the key in the manifest, or else from the path; as Chromium does it. */
async function readExtensionId(dir: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'));
  const path = await realpath(dir);
  const source = manifest.key
    ? Buffer.from(manifest.key, 'base64')
    : Buffer.from(path, process.platform === 'win32' ? 'utf16le' : 'utf8');
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 32);
  return digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

const sessions = new WeakMap<Browser, Promise<CDPSession>>();

/** The session of the browser itself: it can see and close workers without attaching to them. */
function openSession(browser: Browser): Promise<CDPSession> {
  const session = sessions.get(browser) ?? browser.target().createCDPSession();
  sessions.set(browser, session);
  return session;
}

async function findWorker(browser: Browser, id: string) {
  const session = await openSession(browser);
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: WORKER }] });
  return targetInfos.find(({ type, url }) => type === WORKER && url.startsWith(`chrome-extension://${id}/`));
}

export const chromium: Engine = {
  name: 'chromium',
  readExtensionId,

  async launch(options, profile, extensions) {
    const found = options.browser ?? requireBrowser('chromium');
    await preparePreferences(profile);
    const dirs = await Promise.all(extensions.map(({ dir }) => realpath(dir)));
    // The switch that loads extensions does not let them into private windows.
    const installs = found.branded || options.inPrivateWindows === true;
    const language = options.language ?? 'en-US';
    const { width, height } = options.viewport ?? { width: 1280, height: 800 };
    const browser = await puppeteer.launch({
      browser: 'chrome',
      executablePath: found.path,
      headless: !options.visible,
      // Who shows the browser to a person ends it in order.
      handleSIGINT: !options.visible,
      handleSIGTERM: !options.visible,
      pipe: true,
      acceptInsecureCerts: true,
      userDataDir: profile,
      enableExtensions: true,
      ...(options.downloads && { downloadBehavior: { policy: 'allow', downloadPath: options.downloads } }),
      defaultViewport: options.visible ? null : { width, height },
      // Chromium takes its language from the environment on Linux.
      env: { ...process.env, LANGUAGE: language.replace('-', '_') },
      args: [
        ...QUIET,
        '--no-sandbox',
        '--ignore-certificate-errors',
        `--proxy-server=${options.proxy}`,
        `--lang=${language}`,
        `--accept-lang=${language}`,
        `--window-size=${width},${height}`,
        ...(installs
          ? ['--enable-unsafe-extension-debugging']
          : [`--disable-extensions-except=${dirs}`, `--load-extension=${dirs}`]),
      ],
    });
    try {
      const enabledInIncognito = options.inPrivateWindows ?? false;
      if (installs) for (const dir of dirs) await browser.installExtension(dir, { enabledInIncognito });
      for (const { id } of extensions.filter(({ hasBackground }) => hasBackground)) {
        await until(() => findWorker(browser, id), {
          timeout: 15_000,
          what: `the worker of extension ${id}`,
        });
      }
    } catch (error) {
      await browser.close();
      throw error;
    }
    return browser;
  },

  extensionOrigin: (id) => `chrome-extension://${id}`,

  isBackgroundRunning: async (browser, id) => (await findWorker(browser, id)) !== undefined,

  async stopBackground(browser, id) {
    const worker = await findWorker(browser, id);
    const session = await openSession(browser);
    if (!worker) return;
    await session.send('Target.closeTarget', { targetId: worker.targetId });
    // This one: a message may have started the next already.
    await until(async () => (await findWorker(browser, id))?.targetId !== worker.targetId, {
      what: 'the background to stop',
    });
  },

  async reloadExtension(browser, id) {
    const page = await browser.newPage({ background: true });
    const address = `chrome-extension://${id}/manifest.json`;
    await page.goto(address);
    const closed = new Promise((resolve) => page.once('close', resolve));
    // The page dies under the call: only a closed page is success.
    await Promise.all([closed, page.evaluate('void chrome.runtime.reload()').catch(() => undefined)]);
    const next = await browser.newPage({ background: true });
    await until(() => next.goto(address), { timeout: 15_000, what: `extension ${id} after its reload` });
    await next.close();
  },

  listUnseenTabs: async () => [],

  async navigate(page, url) {
    await page.goto(url, { waitUntil: 'load' });
  },

  async reload(page) {
    await page.reload({ waitUntil: 'load' });
  },

  async setColorScheme(page, scheme) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  },

  async allowClipboard(page) {
    const { origin } = new URL(page.url());
    await page.browserContext().overridePermissions(origin, ['clipboard-write', 'clipboard-sanitized-write']);
  },
};
