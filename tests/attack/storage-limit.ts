import type { CandorBrowser } from '../harness/browser.ts';
import { evaluateInChrome } from '../harness/firefox-chrome.ts';
import type { Tab } from '../harness/tab.ts';

const LIMIT = 'dom.quotaManager.temporaryStorage.fixedLimit';
const NONE = -1;

/**
 * Lets all storage of Firefox together grow to so many kB and no further, as if the disk were full. `tab`: any of this
 * browser. Firefox reads its limit when it opens its storage: all of it is closed and opened again. A background does not get
 * over that, so it is ended too.
 */
export const limitStorage = async (candor: CandorBrowser, tab: Tab, kilobytes: number): Promise<void> => {
  const browser = tab.raw.browser();
  await evaluateInChrome(
    browser,
    `(Services.prefs.setBoolPref('dom.quotaManager.testing', true),
      Services.prefs.setIntPref('${LIMIT}', ${kilobytes}), true)`,
  );
  await evaluateInChrome(
    browser,
    `new Promise((resolve, reject) => {
      const request = Services.qms.reset();
      request.callback = () => (request.resultCode === 0 ? resolve(true) : reject(request.resultCode));
    })`,
  );
  await candor.background.stop();
};

export const liftLimit = (candor: CandorBrowser, tab: Tab): Promise<void> => limitStorage(candor, tab, NONE);
