import type { CandorBrowser } from '../harness/browser.ts';
import type { Tab } from '../harness/tab.ts';

/** There where the functions run: a page of the extension, then the extension's world in a web page. */
declare const chrome: typeof import('@wxt-dev/browser').browser;

/** How many answers the background has taken and refused so far. */
export interface FloodState {
  remembered: number;
  refused: number;
}

/**
 * The page of an AI tool that has broken out into the world of Candor's content script and says there that it has
 * captured answer after answer, all at once.
 */
export class Flood {
  readonly #candor: CandorBrowser;
  readonly #tab: Tab;

  constructor(candor: CandorBrowser, tab: Tab) {
    this.#candor = candor;
    this.#tab = tab;
  }

  /** `length`: of each answer, UTF-16 code units. Another `seed` gives answers that were never there. */
  async start(flood: { answers: number; length: number; seed: number }): Promise<void> {
    await this.#candor.evaluate(
      async (address, given) => {
        const [found] = await chrome.tabs.query({ url: address });
        await chrome.scripting.executeScript({
          target: { tabId: found?.id ?? -1 },
          args: [given],
          func: ({ answers, length, seed }: typeof given) => {
            const state: FloodState = { remembered: 0, refused: 0 };
            (globalThis as { candorFlood?: FloodState }).candorFlood = state;
            let random = seed;
            const word = (): string => {
              random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
              return random.toString(36);
            };
            for (let answer = 0; answer < answers; answer += 1) {
              const words: string[] = [];
              for (let at = 0; at < length; at += (words.at(-1)?.length ?? 0) + 1) words.push(word());
              const input = {
                text: words.join(' ').slice(0, length),
                captured: 'answer',
                conversation: `https://flood.example/${seed}/${answer}`,
                prompts: [],
              };
              const asked = chrome.runtime.sendMessage({ name: 'remember-generation', input });
              (asked as Promise<{ ok: boolean }>).then(({ ok }) => {
                state[ok ? 'remembered' : 'refused'] += 1;
              });
            }
          },
        });
      },
      await this.#tab.url(),
      flood,
    );
  }

  async state(): Promise<FloodState> {
    const found = await this.#candor.evaluate(
      async (address) => {
        const [tab] = await chrome.tabs.query({ url: address });
        const [said] = await chrome.scripting.executeScript({
          target: { tabId: tab?.id ?? -1 },
          func: () => (globalThis as { candorFlood?: FloodState }).candorFlood,
        });
        return said?.result;
      },
      await this.#tab.url(),
    );
    if (!found) throw new Error('no flood was started in this page');
    return found;
  }
}
