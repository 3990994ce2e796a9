import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { composeLabel } from '#lib/label/compose-label.ts';
import { countExcess, countText } from '#lib/label/count/count-text.ts';
import { lintPlacement } from '#lib/label/lint-placement.ts';
import type { Counter } from '#lib/model/counter.ts';
import type { ComposerDefinition } from '#lib/model/site.ts';
import { GENERIC_COMPOSER } from '#lib/sites/generic.ts';
import { SITES } from '#lib/sites/index.ts';
import type { Point, Tab } from '#tests/harness/tab.ts';
import { expect, until } from '#tests/harness/test.ts';
import { SITE_CASES } from '../sites/cases.ts';
import type { SiteFixtureHost } from '../sites/fixtures/index.ts';
import type { SiteCase } from '../sites/site-case.ts';
import { type Ask, test } from '../sites/site-test.ts';

/** Every composer of every fixture: found, read, labelled, published, confirmed, by lib/sites and lib/editors. */

test.describe.configure({ mode: 'parallel' });

const LABEL = composeLabel({
  role: 'generated-reviewed',
  identity: { id: 'ann', name: 'Ann Übel', form: 'person' },
  language: 'en',
  form: 'long',
});

interface Described {
  composer: string;
  found: string;
  draft: { parts: { text: string }[] };
}

interface Arrival {
  composer: string;
  toast: boolean;
  permalink?: string;
  failure?: string;
}

const open = async (tab: Tab, ask: Ask, one: SiteCase): Promise<void> => {
  await tab.goto(one.address);
  await tab.waitFor(() => 'fixture' in window);
  const least = one.at < 0 ? -one.at : one.at + 1;
  await until(async () => (await ask<Described[]>('composers')).length >= least, { what: 'the composer' });
  await tab.evaluate((texts) => window.fixture.load(texts), [...one.texts]);
  await until(async () => (await engineTexts(tab)).join() === one.texts.join(), {
    what: 'the text in the engine',
  });
  await until(
    async () => (await described(ask, one)).draft.parts[0]?.text === one.texts[Math.max(one.at, 0)],
    {
      what: 'the text in the page',
    },
  );
};

const engineTexts = (tab: Tab): Promise<string[]> => tab.evaluate(() => window.fixture.texts());

const described = async (ask: Ask, one: SiteCase): Promise<Described> => {
  const found = (await ask<Described[]>('composers')).at(one.at);
  if (!found) throw new Error('the composer is gone');
  return found;
};

const fakeOf = (fakes: SiteFixtureHost[], one: SiteCase): SiteFixtureHost => {
  const fake = fakes.find((host) => host.site === one.site);
  if (!fake) throw new Error(`no fake site ${one.site}`);
  return fake;
};

/** Publishes as a person would, with real input. */
const submit = async (tab: Tab, ask: Ask, one: SiteCase, way: SiteCase['ways'][number]): Promise<void> => {
  if (way === 'enter') {
    await tab.click(await ask<Point>('point', one.at, 'editor'));
    return tab.press('Enter');
  }
  await tab.evaluate(() => window.fixture.goOn?.());
  const control = await ask<Point>('point', one.at, 'control');
  if (way === 'click') return tab.click(control);
  await tab.click(await ask<Point>('point', one.at, 'editor'));
  if (way === 'save') return tab.press('Control+s');
  if (way === 'chord') return tab.press('Control+Enter');
  for (let steps = 0; steps < 20; steps += 1) {
    await tab.press('Tab');
    if (await ask<boolean>('focused', one.at)) break;
  }
  return tab.press('Enter');
};

/** JSON, or form fields that hold some. */
const readSent = (body: string): string =>
  body.startsWith('{')
    ? JSON.stringify(JSON.parse(body))
    : [...new URLSearchParams(body).values()].join('\n').replaceAll('\r\n', '\n');

/** How the site counts there and where it folds a text away. */
const measuresOf = (
  { site }: SiteCase,
  { composer }: Described,
): Pick<ComposerDefinition, 'counter' | 'fold'> =>
  SITES.find(({ id }) => id === site)?.composers.find(({ id }) => id === composer) ?? GENERIC_COMPOSER;

/** The label counts as much as any other text, and the site's limit leaves room for it. */
const expectCounted = (text: string, counter: Counter): void => {
  expect(countText(text, counter)).toBeGreaterThan(countText(LABEL, counter));
  expect(countExcess(text, counter)).toBe(0);
};

/** Compares with the reviewed reading; `UPDATE_READINGS=1` writes it anew, for review. */
const compare = async (one: SiteCase, reading: unknown): Promise<void> => {
  const folder = new URL(`../sites/fixtures/${one.site}/expected/`, import.meta.url);
  const file = fileURLToPath(new URL(`${one.name}.json`, folder));
  const now = JSON.parse(JSON.stringify(reading).replace(/blob:[^"]+/gu, 'blob:'));
  if (process.env.UPDATE_READINGS) {
    await mkdir(folder, { recursive: true });
    await writeFile(file, `${JSON.stringify(now, null, 2)}\n`);
  }
  expect(now).toEqual(JSON.parse(await readFile(file, 'utf8')));
};

const arriveInPlace = async (ask: Ask, one: SiteCase): Promise<void> => {
  await until(async () => (await ask<Arrival>('arrival')).composer === one.ends, {
    what: `the composer to be ${one.ends}`,
  });
  await until(async () => !one.permalink || (await ask<Arrival>('arrival')).permalink !== undefined, {
    what: 'the permalink',
  });
  const arrival = await ask<Arrival>('arrival');
  expect(arrival.failure).toBeUndefined();
  if (one.permalink) expect(new URL(arrival.permalink ?? '').protocol).toBe('https:');
};

const loadedAt = (tab: Tab): Promise<number> => tab.evaluate(() => performance.timeOrigin);

/** `loaded`: when the page was loaded that is left. Its address may well be that of the next. */
const waitForNextPage = (tab: Tab, loaded: number): Promise<unknown> =>
  tab.waitFor((before) => performance.timeOrigin !== before && document.readyState === 'complete', loaded);

const arriveOnNextPage = async (tab: Tab, ask: Ask, one: SiteCase, loaded: number): Promise<void> => {
  await waitForNextPage(tab, loaded);
  const [text = ''] = one.texts;
  const page = await until(() => ask<{ is: string; permalink?: string } | null>('next page', text), {
    what: 'the post on the next page',
  });
  expect(page.is).toBe('arrived');
  expect(new URL(page.permalink ?? '').protocol).toBe('https:');
};

for (const one of SITE_CASES) {
  test.describe(`${one.site} ${one.name}`, () => {
    test('is found with its ways to submit and no others, and read exactly', async ({ tab, ask }) => {
      await open(tab, ask, one);
      await compare(one, {
        site: await ask('site'),
        composers: await ask('composers'),
        submits: await ask('submits'),
      });
      expect(tab.errors).toEqual([]);
    });

    test('takes the label once, by the right method, and holds it', async ({ tab, ask, engine }) => {
      await open(tab, ask, one);
      await tab.evaluate(() => window.fixture.inputs.splice(0));
      const part = 0;
      expect(await ask('insert', one.at, part, LABEL)).toEqual({ ok: true });
      const at = Math.max(one.at, 0);
      const texts = await engineTexts(tab);
      expect(texts).toEqual(one.texts.map((text, index) => (index === at ? `${LABEL}\n${text}` : text)));
      const inputs = await tab.evaluate(() => window.fixture.inputs);
      expect([...new Set(inputs)].join()).toBe(one.typed[engine]);
      const reading = await described(ask, one);
      const text = reading.draft.parts[part]?.text ?? '';
      expect(text).toBe(`${LABEL}\n${one.texts[at]}`);
      const { counter, fold } = measuresOf(one, reading);
      expect(lintPlacement({ parts: [text], fold })).toEqual([]);
      expectCounted(text, counter);
      expect(tab.errors).toEqual([]);
    });

    for (const way of one.ways) {
      test(`publishes by ${way} as the site's own trusted event, seen by the finder`, async ({
        tab,
        ask,
        fakes,
      }) => {
        await open(tab, ask, one);
        const fake = fakeOf(fakes, one);
        fake.received.length = 0;
        const loaded = await loadedAt(tab);
        await submit(tab, ask, one, way);
        await until(() => fake.received.length >= (one.count ?? 1), { what: 'the post at the server' });
        if (one.ends === 'left') {
          // The page that could tell is gone. A tab that is on its way to the next may not close.
          await waitForNextPage(tab, loaded);
          return;
        }
        const log = await tab.evaluate(() => window.fixture.log);
        expect(log.map((event) => event.isTrusted)).toEqual([true]);
        const seen = await ask<{ isTrusted: boolean }[]>('seen');
        expect(seen.length).toBeGreaterThan(0);
        expect(seen.every((event) => event.isTrusted)).toBe(true);
      });
    }

    if (!one.ways.includes('click')) return;
    test('is released by the control found again, and confirmed by what the page shows', async ({
      tab,
      ask,
      fakes,
    }) => {
      await open(tab, ask, one);
      const fake = fakeOf(fakes, one);
      fake.received.length = 0;
      await tab.evaluate(() => window.fixture.goOn?.());
      const loaded = await loadedAt(tab);
      await ask('release', one.at);
      if (one.ends === 'left') await arriveOnNextPage(tab, ask, one, loaded);
      else await arriveInPlace(ask, one);
      // The box may be gone before the post has arrived.
      await until(() => fake.received.length >= (one.count ?? 1), { what: 'the post at the server' });
      expect(fake.received.map((request) => request.path)).toEqual(Array(one.count ?? 1).fill(one.request));
      const sent = readSent(fake.received[0]?.body ?? '');
      // Line by line: some sites send a tree.
      for (const line of (one.texts[Math.max(one.at, 0)] ?? '').split('\n')) expect(sent).toContain(line);
    });
  });
}
