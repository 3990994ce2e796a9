import { rm } from 'node:fs/promises';
import type { HeldPost } from '#lib/model/flow.ts';
import type { CandorBrowser } from '#tests/harness/browser.ts';
import { type Internet, startInternet } from '#tests/harness/internet.ts';
import { launchCandor } from '#tests/harness/launch.ts';
import { addPage } from './add-page.ts';
import { askFromPage } from './ask-from-page.ts';
import { copyBuild } from './built-extension.ts';
import { sampleInTurns } from './in-turns.ts';
import { createMeasure, type Measure } from './measure.ts';
import { HOSTS, serveMeasuredSite } from './measured-site.ts';
import { draftOf, type Whose } from './provenance-speed-decide.ts';

const COLD = 21;
const COLD_WARM_UP = 3;
const LENGTHS = [280, 5000] as const;

const PAGE = new URL('./provenance-speed-page.ts', import.meta.url);
const SITE = `https://${HOSTS.candor}/home`;

/** The built extension in a browser of its own, a tab of a site open, its store full or empty. */
async function openBuilt(extensionDir: string, internet: Internet, isFull: boolean): Promise<CandorBrowser> {
  const candor = await launchCandor('chromium', { proxy: internet.proxy, extensionDir });
  if (isFull) {
    const page = await candor.openPage('bench.html');
    page.raw.setDefaultTimeout(0);
    await page.evaluate(() => globalThis.candorProvenance.fillBuilt());
    await page.close();
  }
  await candor.newTab(SITE);
  return candor;
}

/** Stops the background and asks it as the gate does; gives the time until its answer is there. */
async function ask(candor: CandorBrowser, text: string, hasEvidence: boolean): Promise<number> {
  await candor.background.stop();
  const { took, answer } = await askFromPage<HeldPost>(candor, SITE, {
    name: 'decide-draft',
    input: { draft: draftOf(text) },
  });
  const evidence = answer.ok ? answer.value.decision.evidence : undefined;
  if (evidence?.some(({ kind }) => kind === 'generated') !== hasEvidence)
    throw new Error(`asked for ${text.length} characters: ${JSON.stringify(answer)}`);
  return took;
}

/** The real background, started by the question: with 1,000,000 fingerprints in its store, and with none. */
export async function* measureBuiltBackground(): AsyncGenerator<Measure> {
  const dir = await copyBuild();
  await addPage(dir, PAGE);
  const internet = await startInternet([await serveMeasuredSite()]);
  const opened: CandorBrowser[] = [];
  const open = async (isFull: boolean): Promise<CandorBrowser> => {
    const candor = await openBuilt(dir, internet, isFull);
    opened.push(candor);
    return candor;
  };
  try {
    const empty = await open(false);
    const full = await open(true);
    const page = await full.openPage('bench.html');
    const createDraft = (length: number, whose: Whose): Promise<string> =>
      page.evaluate((size, of) => globalThis.candorProvenance.createDraft(size, of), length, whose);
    for (const whose of ['human', 'mixed'] as const) {
      for (const length of LENGTHS) {
        const draft = await createDraft(length, whose);
        const { values, floors } = await sampleInTurns(COLD, COLD_WARM_UP, {
          values: () => ask(full, draft, whose === 'mixed'),
          floors: () => ask(empty, draft, false),
        });
        yield createMeasure(
          {
            group: 'provenance',
            name: `built background, decision, ${length} characters, ${whose}, stopped / empty store, Chromium`,
            unit: 'ms',
            limit: 1.5,
            limits: 'ratio',
          },
          { values, floors },
        );
      }
    }
  } finally {
    for (const candor of opened) await candor.close();
    await internet.close();
    await rm(dir, { recursive: true, force: true });
  }
}
