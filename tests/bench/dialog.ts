import { fileURLToPath } from 'node:url';
import { ChipPage, ReviewPage } from '#tests/e2e/pages/candor-ui.ts';
import { FixtureComposer, requireComposer } from '#tests/e2e/pages/fixture-composer.ts';
import type { CandorBrowser } from '#tests/harness/browser.ts';
import { startInternet } from '#tests/harness/internet.ts';
import { launchCandor } from '#tests/harness/launch.ts';
import { until } from '#tests/harness/poll.ts';
import type { Tab } from '#tests/harness/tab.ts';
import { createMeasure, type Measure } from './measure.ts';
import { serveMeasuredSite } from './measured-site.ts';

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

const pressAndWait = async (tab: Tab, selector: string, what: keyof Drawn): Promise<Partial<Drawn>> => {
  await tab.evaluate(waitForIdle);
  await tab.evaluate(() => {
    window.drawn = {};
  });
  await tab.click(selector);
  await tab.waitFor((wanted) => window.drawn[wanted] !== undefined, what);
  return tab.evaluate(() => window.drawn);
};

interface Taken {
  bare: number[];
  shell: number[];
  warm: number[];
  stopped: number[];
}

async function takeSamples(candor: CandorBrowser): Promise<Taken> {
  const address = requireComposer('X, inline');
  const tab = await candor.newTab();
  const composer = new FixtureComposer(tab, address);
  const review = new ReviewPage(tab);
  await composer.open();
  await composer.write(TEXT);
  await new ChipPage(tab).choose('Drafted by AI, reviewed by me');
  await tab.evaluate(preparePage);

  const openBare = async (): Promise<number> => {
    const { bare } = await pressAndWait(tab, '#bare', 'bare');
    await tab.press('Escape');
    await tab.waitFor(() => document.querySelector('html > dialog') === null);
    return bare ?? Number.NaN;
  };
  const openReview = async (): Promise<{ shell: number; filled: number }> => {
    const { shell, filled } = await pressAndWait(tab, address.submit, 'filled');
    await tab.press('Escape');
    await review.waitUntilClosed();
    return { shell: shell ?? Number.NaN, filled: filled ?? Number.NaN };
  };
  const taken: Taken = { bare: [], shell: [], warm: [], stopped: [] };
  for (let round = -WARM_UP; round < SAMPLES; round += 1) {
    const turns = [
      async () => void taken.bare.push(await openBare()),
      async () => {
        await tab.click(address.editor);
        await until(() => candor.background.isRunning(), { what: 'the background that the focus wakes' });
        const { shell, filled } = await openReview();
        taken.shell.push(shell);
        taken.warm.push(filled);
      },
      async () => {
        await tab.click(address.editor);
        await tab.evaluate(waitForIdle);
        await candor.background.stop();
        taken.stopped.push((await openReview()).filled);
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
  const internet = await startInternet([await serveMeasuredSite()]);
  const candor = await launchCandor('chromium', {
    proxy: internet.proxy,
    extensionDir,
    otherExtensions: [OBSERVER],
  });
  try {
    const { bare, shell, warm, stopped } = await takeSamples(candor);
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
    await candor.close();
    await internet.close();
  }
}
