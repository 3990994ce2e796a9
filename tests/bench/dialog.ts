import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ChipPage, ReviewPage } from '#tests/e2e/pages/candor-ui.ts';
import { FixtureComposer, requireComposer } from '#tests/e2e/pages/fixture-composer.ts';
import { chromium } from '#tests/harness/chromium.ts';
import { until } from '#tests/harness/poll.ts';
import { installProbe } from '#tests/harness/probe-dir.ts';
import { makeTab } from '#tests/harness/puppeteer-tab.ts';
import { createMeasure, type Measure } from './measure.ts';
import { openPageBrowser, type PageBrowser } from './page-browser.ts';

const SAMPLES = 31;
const WARM_UP = 4;
const OBSERVER = fileURLToPath(new URL('./observer', import.meta.url));
const TEXT = 'Give a rescue dog two quiet weeks.';

type Drawn = Record<'bare' | 'shell' | 'filled', number | undefined>;

declare global {
  interface Window {
    /** What was drawn since the last press, in milliseconds after it. */
    drawn: Partial<Drawn>;
  }
}

/** Runs in the page: collects what the observer tells, and adds the button of the bare dialog. */
const preparePage = (): void => {
  window.drawn = {};
  document.addEventListener('candor-bench-drawn', (event) => {
    const { what, took } = JSON.parse((event as CustomEvent<string>).detail);
    window.drawn[what as keyof Drawn] = took;
  });
  const button = document.createElement('button');
  button.id = 'bare';
  button.textContent = 'Open';
  button.addEventListener('click', () => {
    const dialog = document.createElement('dialog');
    dialog.textContent = 'Bare';
    document.documentElement.append(dialog);
    dialog.addEventListener('close', () => dialog.remove());
    dialog.showModal();
  });
  document.body.prepend(button);
};

/** Runs in the page. */
const waitForIdle = (): Promise<void> =>
  new Promise((resolve) => setTimeout(() => requestIdleCallback(() => resolve()), 100));

/**
 * Milliseconds a finger stays on the button: the press falls into another part of a frame each time, alike for all
 * kinds. A release right after the press would always meet the frame that the press has asked for.
 */
const holdTime = (round: number): number => 60 + ((round * 7) % 17);

interface Taken {
  bare: number[];
  shell: number[];
  warm: number[];
  stopped: number[];
}

async function takeSamples({ browser, extensionId }: PageBrowser): Promise<Taken> {
  const address = requireComposer('X, inline');
  const page = await browser.newPage();
  const tab = makeTab(page, chromium);
  const isBackgroundRunning = () => chromium.isBackgroundRunning(browser, extensionId);
  /** A message still on its way would start it again. */
  const stopBackground = async (): Promise<boolean> => {
    await chromium.stopBackground(browser, extensionId);
    await tab.evaluate(waitForIdle);
    return !(await isBackgroundRunning());
  };
  const composer = new FixtureComposer(tab, address);
  const review = new ReviewPage(tab);
  await composer.open();
  await composer.write(TEXT);
  await new ChipPage(tab).choose('Drafted by AI, reviewed by me');
  await tab.evaluate(preparePage);

  const aim = async (selector: string): Promise<void> => {
    await tab.click(address.editor);
    await tab.hover(selector);
    await tab.evaluate(waitForIdle);
  };
  const press = async (what: keyof Drawn, round: number): Promise<Partial<Drawn>> => {
    await tab.evaluate(() => {
      window.drawn = {};
    });
    await page.mouse.down();
    await new Promise((resolve) => setTimeout(resolve, holdTime(round)));
    await page.mouse.up();
    await tab.waitFor((wanted) => window.drawn[wanted] !== undefined, what);
    return tab.evaluate(() => window.drawn);
  };
  const openBare = async (round: number): Promise<number> => {
    await aim('#bare');
    const { bare } = await press('bare', round);
    await tab.press('Escape');
    await tab.waitFor(() => document.querySelector('html > dialog') === null);
    return bare ?? Number.NaN;
  };
  const openReview = async (round: number): Promise<{ shell: number; filled: number }> => {
    const { shell, filled } = await press('filled', round);
    await tab.press('Escape');
    await review.waitUntilClosed();
    return { shell: shell ?? Number.NaN, filled: filled ?? Number.NaN };
  };
  const taken: Taken = { bare: [], shell: [], warm: [], stopped: [] };
  for (let round = -WARM_UP; round < SAMPLES; round += 1) {
    const turns = [
      async () => void taken.bare.push(await openBare(round)),
      async () => {
        // A letter more or less, and no pause: nobody was asked about this text, so the shell comes first.
        await aim(address.submit);
        await tab.press(round % 2 === 0 ? '.' : 'Backspace');
        taken.shell.push((await openReview(round)).shell);
      },
      async () => {
        await aim(address.submit);
        await until(isBackgroundRunning, { what: 'the background that the focus wakes' });
        taken.warm.push((await openReview(round)).filled);
      },
      async () => {
        await aim(address.submit);
        await until(stopBackground, { what: 'the background to stay stopped' });
        taken.stopped.push((await openReview(round)).filled);
      },
    ];
    for (let turn = 0; turn < turns.length; turn += 1)
      await turns[(round + WARM_UP + turn) % turns.length]?.();
    if (round < 0) for (const samples of Object.values(taken)) samples.length = 0;
  }
  return taken;
}

/** From the press of Post to the drawn review dialog, against a bare dialog of the same page. */
export async function measureDialog(extensionDir: string): Promise<Measure[]> {
  const probe = await installProbe();
  const opened = await openPageBrowser([extensionDir, OBSERVER, probe]);
  try {
    const { bare, shell, warm, stopped } = await takeSamples(opened);
    const line = (name: string, limit: number, values: number[]): Measure =>
      createMeasure(
        { group: 'gate', name: `${name} / bare dialog`, unit: 'ms', limit, limits: 'ratio' },
        { values, floors: bare },
      );
    return [
      line('press to dialog, shell', 1.3, shell),
      line('press to dialog, filled, background warm', 1.5, warm),
      line('press to dialog, filled, background stopped', 3.5, stopped),
    ];
  } finally {
    await opened.close();
    await rm(probe, { recursive: true, force: true });
  }
}
