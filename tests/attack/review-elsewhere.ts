import type { CandorBrowser } from '../harness/browser.ts';
import type { Tab } from '../harness/tab.ts';

/** Waits for the window to which a review has moved. */
export const waitForReviewWindow = (candor: CandorBrowser): Promise<Tab> =>
  candor.waitForTab(/\/review-window\.html#/, { what: 'a window with the review' });
