import { sampleInTurns } from './in-turns.ts';
import { createMeasure, type Measure } from './measure.ts';
import type { Kind } from './measured-site.ts';
import type { PageBrowser } from './page-browser.ts';

const SAMPLES = 61;
const WARM_UP = 8;
const EDITOR = '[data-testid="tweetTextarea_0"]';
/** 60 characters. */
const TEXT = 'Rain all morning, soup for lunch, then the slow train home. ';

/** Script time of typing 60 characters, the pause after them included. The text is emptied before each sample. */
export async function measureTyping(browser: PageBrowser): Promise<Measure[]> {
  const prepare = async (kind: Kind) => {
    const { page, readScriptTime, rest } = await browser.open(kind, '/home');
    await page.locator(EDITOR).click();
    return async (): Promise<number> => {
      await page.bringToFront();
      await page.locator(EDITOR).click();
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.press('Backspace');
      await rest();
      const before = await readScriptTime();
      await page.keyboard.type(TEXT);
      await rest();
      const after = await readScriptTime();
      const [written] = await page.evaluate(() => window.fixture.texts());
      if (written !== TEXT) throw new Error(`typed ${JSON.stringify(written)}`);
      return after - before;
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
        name: `typing ${TEXT.length} characters, script CPU / no extension`,
        unit: 'ms',
        limit: 1,
        limits: 'added',
      },
      { values: samples.candor, floors: samples.bare },
    ),
  ];
}
