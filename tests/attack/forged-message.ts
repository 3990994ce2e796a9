import type { MessageInput, MessageName } from '#lib/messaging/messages.ts';
import type { CandorBrowser } from '../harness/browser.ts';
import type { Tab } from '../harness/tab.ts';

/** There where the function runs: a page of the extension, then the extension's world in a web page. */
declare const chrome: typeof import('@wxt-dev/browser').browser;

/**
 * What a page could do that has broken out into the world of Candor's content script: it says anything the script
 * could say. Gives the background's answer as it comes.
 */
export const sayAsContentScript =
  (candor: CandorBrowser, tab: Tab) =>
  async <Name extends MessageName>(name: Name, input: MessageInput<Name>): Promise<unknown> => {
    const url = await tab.url();
    return candor.evaluate(
      async (address, message) => {
        const [found] = await chrome.tabs.query({ url: address });
        const [said] = await chrome.scripting.executeScript({
          target: { tabId: found?.id ?? -1 },
          func: (words: unknown) => chrome.runtime.sendMessage(words) as Promise<unknown>,
          args: [message],
        });
        return said?.result as unknown;
      },
      url,
      { name, input },
    );
  };
