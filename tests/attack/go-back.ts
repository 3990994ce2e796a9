import { until } from '../harness/poll.ts';
import type { Tab } from '../harness/tab.ts';

/** Back by the page's own hand: a page from the cache loads nothing, which Firefox's driver waits for. */
export const goBack = async (tab: Tab): Promise<void> => {
  const before = await tab.url();
  await tab.evaluate(() => void setTimeout(() => history.back()));
  await until(async () => (await tab.url()) !== before, { what: 'the page before' });
};
