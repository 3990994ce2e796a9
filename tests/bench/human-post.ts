import { sampleInTurns } from './in-turns.ts';
import { createMeasure, type Measure } from './measure.ts';
import type { Kind } from './measured-site.ts';
import type { PageBrowser } from './page-browser.ts';

const SAMPLES = 41;
const WARM_UP = 5;
const EDITOR = '[data-testid="tweetTextarea_0"]';
const POST = '[data-testid="tweetButtonInline"]:not(:disabled)';
const TEXT = 'Soup for lunch.';

interface HeardPress {
  /** Milliseconds from the browser's own time stamp of the press to the site's handler. */
  took: number;
  isTrusted: boolean;
}

declare global {
  interface Window {
    /** Presses that reached the site's handler. */
    presses: HeardPress[];
  }
}

/** Runs in the page: the fixture writes down each event in its handler for publishing; so does this. */
const noteWhenHeard = (): void => {
  window.presses = [];
  const { log } = window.fixture;
  const push = log.push.bind(log);
  log.push = (...entries) => {
    const now = performance.now();
    const event = window.event;
    if (event) window.presses.push({ took: now - event.timeStamp, isTrusted: event.isTrusted });
    return push(...entries);
  };
};

/** From the real press of Post to the site's own handler, for a post that no AI had a part in. */
export async function measureHumanPost(browser: PageBrowser): Promise<Measure[]> {
  const prepare = async (kind: Kind) => {
    const { page, rest } = await browser.open(kind, '/home');
    await page.locator(EDITOR).click();
    await page.evaluate(noteWhenHeard);
    return async (): Promise<number> => {
      await page.bringToFront();
      const before = await page.evaluate(() => window.fixture.posts.length);
      await page.locator(EDITOR).click();
      await page.keyboard.type(TEXT);
      await rest();
      const control = await page.locator(POST).waitHandle();
      await control.click();
      await page.waitForFunction((count) => window.fixture.posts.length > count, {}, before);
      const press = await page.evaluate(() => window.presses.at(-1));
      if (!press?.isTrusted) throw new Error('the press that reached the site was not its own trusted event');
      return press.took;
    };
  };
  const samples = await sampleInTurns(SAMPLES, WARM_UP, {
    candor: await prepare('candor'),
    bare: await prepare('bare'),
  });
  return [
    createMeasure(
      {
        group: 'gate',
        name: 'human post, press to the site’s handler, trusted / no extension',
        unit: 'ms',
        limit: 1,
        limits: 'added',
      },
      { values: samples.candor, floors: samples.bare },
    ),
  ];
}
