import { sampleInTurns } from './in-turns.ts';
import { createMeasure, type Measure } from './measure.ts';
import type { Kind } from './measured-site.ts';
import type { PageBrowser } from './page-browser.ts';

/**
 * Two tabs of one page differ by some percent for as long as they live: pairs of fresh tabs, few samples each. And X's
 * mobile box, a plain text area: the rich one spends fifty times the limit on its own, which hides what is added.
 */
const TAB_PAIRS = 8;
const SAMPLES = 6;
const WARM_UP = 4;
const COMPOSER = '/home?layout=mobile';
const EDITOR = '[data-testid="tweetTextarea_0"] textarea';
/** 60 characters. */
const TEXT = 'Rain all morning, soup for lunch, then the slow train home. ';

/** Script time of typing 60 characters, the pause after them included. */
export async function measureTyping(browser: PageBrowser): Promise<Measure[]> {
  const openTab = async (kind: Kind) => {
    const { page, readScriptTime, rest } = await browser.open(kind, COMPOSER);
    await page.locator(EDITOR).click();
    await rest();
    const sample = async (): Promise<number> => {
      await page.bringToFront();
      await page.evaluate(() => window.fixture.load(['']));
      await page.waitForFunction(() => window.fixture.texts().join() === '');
      // Coming to the front is a focus of its own, which is not what is measured.
      await rest();
      const before = await readScriptTime();
      await page.keyboard.type(TEXT);
      await rest();
      const after = await readScriptTime();
      const [written] = await page.evaluate(() => window.fixture.texts());
      if (written !== TEXT) throw new Error(`typed ${JSON.stringify(written)}`);
      return after - before;
    };
    return { sample, close: () => page.close() };
  };

  const values: number[] = [];
  const floors: number[] = [];
  for (let pair = 0; pair < TAB_PAIRS; pair += 1) {
    const isCandorFirst = pair % 2 === 0;
    const first = await openTab(isCandorFirst ? 'candor' : 'bare');
    const second = await openTab(isCandorFirst ? 'bare' : 'candor');
    const [candor, bare] = isCandorFirst ? [first, second] : [second, first];
    const samples = await sampleInTurns(SAMPLES, WARM_UP, { candor: candor.sample, bare: bare.sample });
    values.push(...samples.candor);
    floors.push(...samples.bare);
    await first.close();
    await second.close();
  }
  return [
    createMeasure(
      {
        group: 'gate',
        name: `typing ${TEXT.length} characters, script CPU / no extension`,
        unit: 'ms',
        limit: 1,
        limits: 'added',
      },
      { values, floors },
    ),
  ];
}
