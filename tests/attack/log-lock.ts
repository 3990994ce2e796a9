import type { CandorBrowser } from '../harness/browser.ts';
import type { Tab } from '../harness/tab.ts';

/**
 * Makes the background hang: a page of the same origin keeps a transaction open over the whole log, so that
 * nobody else can read or write it. Nothing in Candor knows of it.
 */
export const holdLogLock = async (candor: CandorBrowser): Promise<Tab> => {
  const page = await candor.openPage('manifest.json');
  await page.waitFor(
    () =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('candor-log');
        // Not there yet: only Candor may make it.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve(false);
        opening.onsuccess = () => {
          const stores = [...opening.result.objectStoreNames];
          const transaction = opening.result.transaction(stores, 'readwrite');
          const keepOpen = (): void => {
            transaction.objectStore('meta').count().onsuccess = () => {
              resolve(true);
              keepOpen();
            };
          };
          keepOpen();
        };
      }),
  );
  return page;
};

export const releaseLogLock = (page: Tab): Promise<void> => page.close();
