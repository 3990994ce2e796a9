import { until } from '../harness/poll.ts';
import type { Tab } from '../harness/tab.ts';

/** Back by the page's own hand: a page from the cache loads nothing, which Firefox's driver waits for. */
export const goBack = async (tab: Tab): Promise<void> => {
  const before = await tab.url();
  await tab.evaluate(() => void setTimeout(() => history.back()));
  await until(async () => (await tab.url()) !== before, { what: 'the page before' });
};

/** Before the page is left: it will note that it was restored from the back/forward cache. */
export const noteRestore = (tab: Tab): Promise<void> =>
  tab.evaluate(() => {
    window.addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
  });

/** Runs in the page: it is the very page that was left, not a new one at the same address. */
export const wasRestored = (): boolean => (window as { persisted?: boolean }).persisted === true;
