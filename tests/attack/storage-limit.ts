import type { CandorBrowser } from '../harness/browser.ts';
import { evaluateInChrome } from '../harness/firefox-chrome.ts';
import type { Tab } from '../harness/tab.ts';

const PREFERENCE = 'dom.quotaManager.temporaryStorage.fixedLimit';

/**
 * Lets the databases of Firefox grow to so many kB and no further; without a number as far as the disk goes. All
 * databases are closed by it, as after a fault of the disk.
 */
const limitFirefox = async (tab: Tab, kilobytes: number | undefined): Promise<void> => {
  const browser = tab.raw.browser();
  await evaluateInChrome(
    browser,
    `(Services.prefs.setBoolPref('dom.quotaManager.testing', true),
      Services.prefs.setIntPref('${PREFERENCE}', ${kilobytes ?? -1}), true)`,
  );
  await evaluateInChrome(
    browser,
    `new Promise((resolve, reject) => {
      const request = Services.qms.reset();
      request.callback = () => (request.resultCode === 0 ? resolve(true) : reject(request.resultCode));
    })`,
  );
};

/** Chromium does not hold an extension with `unlimitedStorage` to it. */
const limitChromium = async (
  candor: CandorBrowser,
  tab: Tab,
  kilobytes: number | undefined,
): Promise<void> => {
  const session = await tab.raw.createCDPSession();
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: candor.extensionUrl('/').slice(0, -1),
    ...(kilobytes !== undefined && { quotaSize: kilobytes * 1024 }),
  });
  // An override ends with the session that made it: the session stays open with its tab.
};

/**
 * Lets Candor's databases grow to so many kB and no further, until called without a number. `tab`: any that stays
 * open meanwhile.
 */
export const limitStorage = (candor: CandorBrowser, tab: Tab, kilobytes?: number): Promise<void> =>
  candor.name === 'firefox' ? limitFirefox(tab, kilobytes) : limitChromium(candor, tab, kilobytes);
