import type { CandorBrowser } from '../harness/browser.ts';
import { until } from '../harness/poll.ts';
import type { Tab } from '../harness/tab.ts';

/** There where the function runs: a page of the extension. */
declare const chrome: typeof import('@wxt-dev/browser').browser;

/** Runs in the page: frames each address, large and on top, as a page would that wants presses on it. */
export const frameEach = async (addresses: string[]): Promise<void> => {
  for (const address of addresses) {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; z-index: 9999';
    const ended = new Promise((resolve) => {
      frame.onload = resolve;
      frame.onerror = resolve;
    });
    frame.src = address;
    document.body.append(frame);
    await ended;
  }
};

/** Address and words of each frame of the tab, as the browser itself has them; waits until it has so many. */
export const readFrames = async (tab: Tab, count: number): Promise<{ address: string; text: string }[]> => {
  const main = tab.raw.mainFrame();
  const list = () => tab.raw.frames().filter((frame) => frame !== main);
  await until(() => list().length === count, { what: `${count} frames` });
  return Promise.all(
    list().map((frame) =>
      frame.evaluate(() => ({ address: location.href, text: document.documentElement.innerText })),
    ),
  );
};

/** Names of the extension's own pages that are loaded anywhere: in tabs, windows or frames. */
export const listOwnPages = (candor: CandorBrowser): Promise<string[]> =>
  candor.evaluate(async () => {
    const contexts = await chrome.runtime.getContexts({ contextTypes: ['TAB', 'POPUP'] });
    return contexts.map(({ documentUrl }) => new URL(documentUrl ?? 'about:blank').pathname.slice(1));
  });
