import type { CandorBrowser } from '#tests/harness/browser.ts';
import type { Tab } from '#tests/harness/tab.ts';

/** Rows of the log's table, whichever way it is drawn. */
const ROWS = '.log-body [role="row"], .table tbody tr';

declare global {
  interface Window {
    /** When the first row was there, in milliseconds after the page was asked for. */
    firstRows?: number;
  }
}

/** Runs in the page before its own scripts. */
const watchForRows = (rows: string): void => {
  const look = (): void => {
    if (document.querySelector(rows)) window.firstRows = performance.now();
    else requestAnimationFrame(look);
  };
  look();
};

/** Milliseconds until a new tab at this address of the extension shows rows. */
export async function timeFirstRows(candor: CandorBrowser, path: string): Promise<number> {
  const tab = await candor.newTab();
  await tab.raw.evaluateOnNewDocument(watchForRows, ROWS);
  await tab.goto(candor.extensionUrl(path));
  const took = await tab.waitFor(() => window.firstRows);
  await tab.close();
  return took;
}

/** Shows so many further pages of the list, or as many as there are. */
export async function turnPages(tab: Tab, pages: number): Promise<void> {
  await tab.waitFor((rows) => document.querySelector(rows) !== null, ROWS);
  await tab.evaluate(
    async (rows, count) => {
      const lastRow = () => [...document.querySelectorAll(rows)].at(-1)?.textContent;
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let page = 0; page < count; page += 1) {
        const before = lastRow();
        const grid = document.querySelector('.log-grid');
        const more = [...document.querySelectorAll('button')].find(
          (button) => button.textContent === 'Show more',
        );
        if (grid) grid.scrollTop = grid.scrollHeight;
        else more?.click();
        for (let frame = 0; frame < 120 && lastRow() === before; frame += 1) await nextFrame();
        if (lastRow() === before) return;
      }
    },
    ROWS,
    pages,
  );
}

/** Megabytes that the scripts of a tab hold, after what is no longer needed was thrown away. */
export async function readHeap({ raw }: Tab): Promise<number> {
  const session = await raw.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_000_000;
}
