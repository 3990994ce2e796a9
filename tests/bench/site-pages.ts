import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SITES } from '#lib/sites/index.ts';
import { SITE_CASES } from '#tests/sites/cases.ts';
import { siteFixtures } from '#tests/sites/fixtures/index.ts';
import type { SiteCase } from '#tests/sites/site-case.ts';
import { copyBuild } from './built-extension.ts';
import { buildEmptyExtension } from './empty-extension.ts';
import { sampleInTurns } from './in-turns.ts';
import { createMeasure, type Measure, median } from './measure.ts';
import type { Kind } from './measured-site.ts';
import { type MeasuredTab, openPageBrowser, type PageBrowser } from './page-browser.ts';

const SAMPLES = 5;
const WARM_UP = 1;
/** At the median over all sites. */
const LIMIT = 1.03;
/** Milliseconds that the main thread may work more. */
const ADDED_LIMIT = 5;
/** 60 characters. */
const TEXT = 'Rain all morning, soup for lunch, then the slow train home. ';

/** Until the load event, and of typing `TEXT` until the frame after it; with the main thread's share, the rest after it included. */
const WORKS = ['load', 'typing', 'loadTask', 'typingTask'] as const;
type Work = (typeof WORKS)[number];
type Times = Record<Work, number>;

/** The first composer of each site that a definition knows. */
const onePerSite = (): SiteCase[] => {
  const known = SITE_CASES.filter(({ site }) => SITES.some(({ id }) => id === site));
  return [...new Map(known.toReversed().map((one) => [one.site, one])).values()];
};

/** The build as if the person had switched all sites on: Chromium asks for the permission where no script can answer. */
async function allowEverywhere(dir: string, cases: readonly SiteCase[]): Promise<void> {
  const file = join(dir, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as {
    host_permissions?: string[];
    content_scripts: { matches: string[]; js: string[] }[];
  };
  const patterns = cases.map(({ address }) => `https://${new URL(address).hostname}/*`);
  const add = (list: string[] = []): string[] => [...new Set([...list, ...patterns])];
  manifest.host_permissions = add(manifest.host_permissions);
  for (const script of manifest.content_scripts)
    if (!script.js.includes('capture.js')) script.matches = add(script.matches);
  await writeFile(file, JSON.stringify(manifest));
}

const editorsOf = ({ site }: SiteCase): string[] =>
  SITES.filter(({ id }) => id === site).flatMap(({ composers }) => composers.flatMap(({ editor }) => editor));

/** Puts the caret into the first composer of the page, by a press. */
async function pressEditor({ page }: MeasuredTab, measured: SiteCase): Promise<void> {
  for (const selector of editorsOf(measured)) {
    const handle = await page.$(`>>> ${selector}`);
    if (!(await handle?.isVisible())) continue;
    await handle?.click();
    return;
  }
  throw new Error(`no editor at ${measured.address}`);
}

/** Run in the page. */
const readLoadTime = (): number => {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.loadEventEnd ?? Number.NaN;
};
const waitForFrame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

async function visit(tab: MeasuredTab, measured: SiteCase): Promise<Times> {
  const { page, readTaskTime, rest } = tab;
  await page.bringToFront();
  // An address that differs by its fragment alone would load nothing.
  await page.goto('about:blank');
  await page.goto(measured.address, { waitUntil: 'load' });
  await rest();
  const load = await page.evaluate(readLoadTime);
  const loadTask = await readTaskTime();
  await pressEditor(tab, measured);
  await rest();
  const before = await readTaskTime();
  const start = performance.now();
  await page.keyboard.type(TEXT);
  await page.evaluate(waitForFrame);
  const typing = performance.now() - start;
  await rest();
  return { load, loadTask, typing, typingTask: (await readTaskTime()) - before };
}

/** Medians of visits with Candor and without, in turns. */
async function measureSite(
  browsers: Record<Kind, PageBrowser>,
  measured: SiteCase,
): Promise<Record<Kind, Times>> {
  const visits: Record<Kind, Times[]> = { candor: [], empty: [], bare: [] };
  const prepare = async (kind: Kind) => {
    const tab = await browsers[kind].openAddress('about:blank');
    return async (): Promise<number> => {
      const times = await visit(tab, measured);
      visits[kind].push(times);
      return times.load;
    };
  };
  await sampleInTurns(SAMPLES, WARM_UP, {
    candor: await prepare('candor'),
    empty: await prepare('empty'),
    bare: await prepare('bare'),
  });
  const medianOf = (all: readonly Times[]): Times =>
    Object.fromEntries(
      WORKS.map((work) => [work, median(all.slice(WARM_UP).map((times) => times[work]))]),
    ) as Times;
  return {
    candor: medianOf(visits.candor),
    empty: medianOf(visits.empty),
    bare: medianOf(visits.bare),
  };
}

/** What Candor costs the page of each site, and who types there. */
export async function* measureSitePages(): AsyncGenerator<Measure> {
  const extension = await copyBuild();
  const cases = onePerSite();
  await allowEverywhere(extension, cases);
  const fixtures = await siteFixtures();
  const candor = await openPageBrowser([extension], fixtures);
  // Its script runs nowhere here.
  const bare = await openPageBrowser([await buildEmptyExtension()], fixtures);
  const emptyEverywhere = await mkdtemp(join(tmpdir(), 'candor-bench-empty-'));
  await cp(await buildEmptyExtension(), emptyEverywhere, { recursive: true });
  await allowEverywhere(emptyEverywhere, cases);
  const empty = await openPageBrowser([emptyEverywhere], fixtures);
  const sites: Record<Kind, Times>[] = [];
  try {
    for (const measured of cases) {
      const times = await measureSite({ candor, empty, bare }, measured);
      sites.push(times);
      const shown = WORKS.map((work) => {
        const [ours, script, none] = (['candor', 'empty', 'bare'] as const).map((kind) =>
          times[kind][work].toFixed(1),
        );
        return `${work} ${ours} / ${script} / ${none} ms`;
      });
      console.error(`${measured.site}: ${shown.join(', ')}`);
    }
  } finally {
    await candor.close();
    await bare.close();
    await empty.close();
    await rm(emptyEverywhere, { recursive: true, force: true });
    await rm(extension, { recursive: true, force: true });
  }
  const names = { load: 'page load', typing: `typing ${TEXT.length} characters` };
  const ratiosTo = (floor: 'empty' | 'bare', work: Work) => ({
    values: sites.map((site) => site.candor[work] / site[floor][work]),
    floors: sites.map(() => 1),
  });
  const floors = { bare: 'no extension', empty: 'an empty content script' };
  for (const work of ['load', 'typing'] as const)
    for (const floor of ['bare', 'empty'] as const)
      yield createMeasure(
        {
          group: 'sites',
          name: `${names[work]} / ${floors[floor]}, median over sites`,
          unit: 'ratio',
          limit: LIMIT,
          limits: 'ratio',
        },
        ratiosTo(floor, work),
      );
  for (const work of ['loadTask', 'typingTask'] as const)
    yield createMeasure(
      {
        group: 'sites',
        name: `${work === 'loadTask' ? names.load : names.typing}, main thread added, median over sites`,
        unit: 'ms',
        limit: ADDED_LIMIT,
        limits: 'added',
      },
      { values: sites.map((site) => site.candor[work]), floors: sites.map((site) => site.bare[work]) },
    );
}
