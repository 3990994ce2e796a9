import type { CandorBrowser } from '../harness/browser.ts';
import type { Tab } from '../harness/tab.ts';

/**
 * Makes the background hang: the log's one writer waits for a lock that this page of the same origin holds.
 * Nothing in Candor knows of it.
 */
export const holdLogLock = async (candor: CandorBrowser): Promise<Tab> => {
  const page = await candor.openPage('manifest.json');
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        void navigator.locks.request('candor log candor-log', () => {
          resolve();
          return new Promise(() => undefined);
        });
      }),
  );
  return page;
};

export const releaseLogLock = (page: Tab): Promise<void> => page.close();
