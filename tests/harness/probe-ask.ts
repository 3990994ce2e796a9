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

const isWebPage = (address: string) => /^https?:/.test(address);

/** Puts the code of the probe (and axe-core, if asked for) into the page itself. It sees no closed roots there. */
async function moveIn(page: Page, withAxe: boolean): Promise<void> {
  const isThere: boolean = await page.evaluate(() => 'candorProbe' in globalThis);
  if (!isThere) await page.evaluate(`globalThis.candorProbe = true; ${await readProbeScript()}`);
  if (withAxe) await page.evaluate(await readAxe());
}

/**
 * Asks the probe in the top frame of a page. Where no content script runs (pages of extensions, about:blank) the same
 * code works inside the page.
 */
export function makeAsk(page: Page): Ask {
  return async (question) => {
    const address: string = await page.evaluate(() => location.href);
    if (!isWebPage(address)) await moveIn(page, question.kind === 'axe');
    asked += 1;
    const answer: Answer = await page.evaluate(askProbe, asked, question);
    if (!answer.heard) throw new Error(`the probe does not run in ${address}`);
    if (answer.error) throw new Error(`probe: ${answer.error}`);
    return answer.result;
  };
}
