import { setTimeout as sleep } from 'node:timers/promises';
import { readLog } from '#tests/e2e/pages/log-page.ts';
import type { CandorBrowser } from '#tests/harness/browser.ts';
import type { Tab } from '#tests/harness/tab.ts';
import type { Progress } from './demo-world.ts';
import { STEPS } from './steps.ts';

/** Milliseconds between two looks at the page. */
const PACE = 500;

const isLabelled = (text: string) => /^\[AI[^\]]*\]/.test(text);

/** Ticks off what only the page can show: the chip and the dialog. */
async function watchPage(tab: Tab, { done }: Progress): Promise<void> {
  if (await tab.inside.find({ css: '.chip[data-state="needs-review"]' })) done.add('known');
  if (await tab.inside.find({ css: 'dialog[open] .review-form' })) done.add('held');
}

/** Ticks off what arrived at the servers, and what the log then says about it. */
async function watchPosts(candor: CandorBrowser, { done, posts }: Progress): Promise<void> {
  if (posts.some(({ text }) => isLabelled(text))) done.add('labelled');
  if (posts.some(({ text }) => !isLabelled(text))) done.add('human');
  if (!done.has('labelled') || done.has('posted')) return;
  if ((await readLog(candor)).some(({ event }) => event === 'post.published')) done.add('posted');
}

async function openLog(candor: CandorBrowser, progress: Progress): Promise<void> {
  if (!progress.wantsLog) return;
  progress.wantsLog = false;
  await candor.openPage('dashboard.html');
  progress.done.add('logged');
}

/** Prints the steps and the posts that are new since the last call. */
function makeReporter({ done, posts }: Progress): () => void {
  const told = new Set<string>();
  let printed = 0;
  return () => {
    for (const { id, title } of STEPS) {
      if (done.has(id) && !told.has(id)) console.log(`  ✓ ${title}`);
      if (done.has(id)) told.add(id);
    }
    for (const { site, text } of posts.slice(printed)) {
      console.log(`    The server of ${site} received:\n${text.replace(/^/gm, '      | ')}`);
    }
    printed = posts.length;
  };
}

/** Follows a visitor through the demo and ticks off the steps, until the browser is closed or `end` says so. */
export async function leadVisitor(
  candor: CandorBrowser,
  tab: Tab,
  progress: Progress,
  end: AbortSignal,
): Promise<void> {
  const report = makeReporter(progress);
  while (candor.pid !== undefined && !end.aborted) {
    // A page that is just being left answers nothing.
    await watchPage(tab, progress).catch(() => undefined);
    await watchPosts(candor, progress).catch(() => undefined);
    await openLog(candor, progress).catch(() => undefined);
    report();
    await sleep(PACE, undefined, { signal: end }).catch(() => undefined);
  }
}
