import type { KeyInput, Page } from 'puppeteer-core';
import type { Engine } from './engine.ts';
import { until } from './poll.ts';
import { makeAsk } from './probe-ask.ts';
import { makeFinder } from './probe-finder.ts';
import type { ClickOptions, PasteContent, Point, Tab } from './tab.ts';

const MOD = process.platform === 'darwin' ? 'Meta' : 'Control';

const toKeys = (chord: string) =>
  chord.split(/(?<=.)\+/).map((key) => (key === 'Mod' ? MOD : key) as KeyInput);

/** Runs in the page: the middle of the first match, brought into the viewport. */
function readMiddle(selector: string): Point | undefined {
  const element = document.querySelector(selector);
  if (!element) return undefined;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 ? { x: x + width / 2, y: y + height / 2 } : undefined;
}

/** Runs in the page. */
async function writeClipboard({ text, html }: PasteContent): Promise<void> {
  const parts: Record<string, Blob> = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
  if (html !== undefined) parts['text/html'] = new Blob([html], { type: 'text/html' });
  await navigator.clipboard.write([new ClipboardItem(parts)]);
}

/** A tab over a Puppeteer page, the same for both browsers. */
export function makeTab(page: Page, engine: Engine): Tab {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));

  const evaluate = page.evaluate.bind(page) as unknown as Tab['evaluate'];

  async function locate(target: string | Point): Promise<Point> {
    if (typeof target !== 'string') return target;
    return until(() => evaluate(readMiddle, target), { what: `something to click at ${target}` });
  }

  const acts: Pick<Tab, 'click' | 'hover' | 'type'> = {
    async click(target, { count = 1, holding = [] }: ClickOptions = {}) {
      const { x, y } = await locate(target);
      for (const key of holding) await page.keyboard.down(key);
      await page.mouse.click(x, y, { count });
      for (const key of holding.toReversed()) await page.keyboard.up(key);
    },
    async hover(target) {
      const { x, y } = await locate(target);
      await page.mouse.move(x, y);
    },
    type: (text) => page.keyboard.type(text),
  };

  async function press(chord: string): Promise<void> {
    const keys = toKeys(chord);
    const last = keys.at(-1);
    if (!last) throw new Error('no key to press');
    const held = keys.slice(0, -1);
    for (const key of held) await page.keyboard.down(key);
    await page.keyboard.press(last);
    for (const key of held.toReversed()) await page.keyboard.up(key);
  }

  const ask = makeAsk(page);

  return {
    ...acts,
    inside: makeFinder('inside', acts, ask),
    page: makeFinder('page', acts, ask),
    errors,
    raw: page,
    goto: (url) => engine.navigate(page, url),
    reload: () => engine.reload(page),
    async back() {
      await page.goBack();
    },
    url: () => evaluate(() => location.href),
    evaluate,
    waitFor: (predicate, ...args) =>
      until(() => evaluate(predicate, ...args), { what: `the page: ${predicate}` }),
    doubleClick: (target) => acts.click(target, { count: 2 }),
    press,
    async paste(content) {
      if (content !== undefined) {
        await engine.allowClipboard(page);
        await evaluate(writeClipboard, typeof content === 'string' ? { text: content } : content);
      }
      if (process.platform === 'darwin') await page.keyboard.press('v', { commands: ['Paste'] });
      else await press('Control+v');
    },
    async screenshot(path) {
      await page.screenshot({ path: path as `${string}.png` });
    },
    setViewport: (width, height) => page.setViewport({ width, height }),
    setColorScheme: (scheme) => engine.setColorScheme(page, scheme),
    bringToFront: () => page.bringToFront(),
    async close() {
      // Chromium does not close a tab that rests on its own error page.
      if (page.url().startsWith('chrome-error:')) await page.goto('about:blank');
      await page.close();
    },
  };
}
