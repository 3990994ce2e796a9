import type { CandorBrowser } from '../harness/browser.ts';
import { until } from '../harness/poll.ts';
import type { Tab } from '../harness/tab.ts';

/** Addresses of Candor's own pages that are open, in tabs and windows. */
const openPages = (candor: CandorBrowser): Promise<string[]> =>
  candor.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { extension: { getViews(): Window[] } } };
    return chrome.extension.getViews().map((view) => view.location.href);
  });

/** Waits for the window to which a review has moved. */
export const waitForReviewWindow = (candor: CandorBrowser): Promise<string> =>
  until(async () => (await openPages(candor)).find((address) => address.includes('/review-window.html#')), {
    what: 'a window with the review',
  });

/** The same page, in a tab that the test can drive. */
export const openReviewWindow = async (candor: CandorBrowser): Promise<Tab> => {
  const address = await waitForReviewWindow(candor);
  return candor.openPage(address.slice(address.indexOf('review-window.html')));
};
