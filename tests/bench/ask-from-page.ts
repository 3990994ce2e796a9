import type { Envelope } from '#lib/messaging/send.ts';
import type { CandorBrowser } from '#tests/harness/browser.ts';

/** There where the functions run: a page of the extension, then its world in the tab of a site. */
declare const chrome: typeof import('@wxt-dev/browser').browser;

/** Asks the background as a gate does, from the tab with this address; the answer, and the milliseconds until it was there. */
export async function askFromPage<Answer>(
  candor: CandorBrowser,
  address: string,
  message: { name: string; input: object },
): Promise<{ took: number; answer: Envelope<Answer> }> {
  const said = await candor.evaluate(
    async (url, question) => {
      const [tab] = await chrome.tabs.query({ url });
      const [found] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        args: [question],
        func: async (asked: unknown) => {
          const start = performance.now();
          const answer = (await chrome.runtime.sendMessage(asked)) as unknown;
          return { took: performance.now() - start, answer };
        },
      });
      return found?.result;
    },
    address,
    message,
  );
  if (!said) throw new Error(`nobody answered ${message.name}`);
  return said as { took: number; answer: Envelope<Answer> };
}
