import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Engine } from './engine.ts';
import { requireBrowser } from './find-browser.ts';
import { contextOf, evaluateInChrome, requireBidi } from './firefox-chrome.ts';
import { firefoxPrefs } from './firefox-prefs.ts';
import { until } from './poll.ts';

async function readExtensionId(dir: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'));
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${dir}: the manifest has no gecko id`);
  return id;
}

/** The host of the extension's pages: fixed by its id, so that data is found again after a restart. */
function makeUuid(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

const policyOf = (id: string) => `WebExtensionPolicy.getByID(${JSON.stringify(id)})`;

/** After Firefox has ended, in order or not, Puppeteer puts the profile's preferences back from its copies. */
const waitUntilTidy = (profile: string): Promise<boolean> =>
  until(async () => (await readdir(profile)).every((name) => !name.endsWith('.puppeteer')), {
    what: 'the preferences of the profile to be put back',
  });

export const firefox: Engine = {
  name: 'firefox',
  readExtensionId,

  async launch(options, profile, extensions) {
    const found = options.browser ?? requireBrowser('firefox');
    await waitUntilTidy(profile);
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: found.path,
      headless: !options.visible,
      // Who shows the browser to a person ends it in order.
      handleSIGINT: !options.visible,
      handleSIGTERM: !options.visible,
      acceptInsecureCerts: true,
      userDataDir: profile,
      enableExtensions: true,
      defaultViewport: options.visible ? null : (options.viewport ?? { width: 1280, height: 800 }),
      args: ['--remote-allow-system-access'],
      // Else Firefox ignores the preference that silences its remote settings.
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
      extraPrefsFirefox: {
        ...firefoxPrefs({
          proxy: options.proxy,
          language: options.language ?? 'en-US',
          idleTimeout: options.idleTimeout,
          downloads: options.downloads,
          uuids: Object.fromEntries(extensions.map(({ id }) => [id, makeUuid(id)])),
        }),
        ...options.preferences,
      },
    });
    try {
      for (const { dir } of extensions) {
        await requireBidi(browser).send('webExtension.install', {
          extensionData: { type: 'path', path: dir },
          'moz:allowPrivateBrowsing': options.inPrivateWindows ?? false,
        });
      }
    } catch (error) {
      await browser.close();
      throw error;
    }
    return browser;
  },

  extensionOrigin: (id) => `moz-extension://${makeUuid(id)}`,

  async isBackgroundRunning(browser, id) {
    const state = await evaluateInChrome(browser, `${policyOf(id)}?.extension.backgroundState`);
    return state === 'running' || state === 'starting';
  },

  async stopBackground(browser, id) {
    await evaluateInChrome(
      browser,
      `${policyOf(id)}.extension.terminateBackground({ ignoreDevToolsAttached: true }).then(() => true)`,
    );
  },

  async reloadExtension(browser, id) {
    await evaluateInChrome(
      browser,
      `AddonManager.getAddonByID(${JSON.stringify(id)}).then((addon) => addon.reload()).then(() => true)`,
    );
  },

  async listUnseenTabs(browser) {
    const list = 'JSON.stringify(gBrowser.tabs.map(({ linkedBrowser }) => linkedBrowser.currentURI.spec))';
    const addresses: string[] = JSON.parse(String(await evaluateInChrome(browser, list)));
    return addresses.filter((address) => address.startsWith('moz-extension:'));
  },

  // Puppeteer waits for events that Firefox does not send for pages of extensions.
  async navigate(page, url) {
    await requireBidi(page.browser()).send('browsingContext.navigate', {
      context: contextOf(page),
      url,
      wait: 'complete',
    });
  },

  async reload(page) {
    await requireBidi(page.browser()).send('browsingContext.reload', {
      context: contextOf(page),
      wait: 'complete',
    });
  },

  async setColorScheme(page, scheme) {
    const value = scheme === 'dark' ? 0 : 1;
    const pref = 'layout.css.prefers-color-scheme.content-override';
    await evaluateInChrome(page.browser(), `Services.prefs.setIntPref('${pref}', ${value})`);
  },

  async allowClipboard(page) {
    await evaluateInChrome(
      page.browser(),
      `Services.prefs.setBoolPref('dom.events.testing.asyncClipboard', true)`,
    );
  },
};
