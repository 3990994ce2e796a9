import type { Page } from 'puppeteer-core';
import { readAxe, readProbeScript } from './probe-dir.ts';
import type { Ask } from './probe-finder.ts';

interface Answer {
  heard: boolean;
  result?: unknown;
  error?: string;
}

let asked = 0;

/** Runs in the page: hands a question to the probe and waits for what it says. */
function askProbe(id: number, question: unknown): Promise<Answer> {
  return new Promise((resolve) => {
    let heard = false;
    const listen = (name: string, then: (content: Omit<Answer, 'heard'>) => void) =>
      document.addEventListener(
        `candor-probe-${name}-${id}`,
        (event) => then(JSON.parse((event as CustomEvent<string>).detail)),
        { once: true },
      );
    listen('heard', () => {
      heard = true;
    });
    listen('answer', (content) => resolve({ heard: true, ...content }));
    document.dispatchEvent(new CustomEvent('candor-probe-ask', { detail: JSON.stringify({ id, question }) }));
    if (!heard) resolve({ heard });
  });
}

/**
 * Asks the probe in the top frame of a page. Where no content script runs (pages of extensions, about:blank) the same
 * code is put into the page itself; it sees no closed roots there.
 */
export function makeAsk(page: Page): Ask {
  return async (question) => {
    asked += 1;
    let answer: Answer = await page.evaluate(askProbe, asked, question);
    if (!answer.heard) {
      const address: string = await page.evaluate(() => location.href);
      if (/^https?:/.test(address)) throw new Error(`the probe does not run in ${address}`);
      await page.evaluate(await readProbeScript());
      answer = await page.evaluate(askProbe, asked, question);
    }
    if (question.kind === 'axe' && answer.error?.includes('axe is not')) {
      await page.evaluate(await readAxe());
      answer = await page.evaluate(askProbe, asked, question);
    }
    if (answer.error) throw new Error(`probe: ${answer.error}`);
    return answer.result;
  };
}
