import { mkdir, readdir } from 'node:fs/promises';
import type { BrowserName, CandorBrowser } from '#tests/harness/browser.ts';
import { ensureBrowsers, findBrowser } from '#tests/harness/find-browser.ts';
import { launchCandor } from '#tests/harness/launch.ts';
import { type Progress, startDemoWorld } from './demo-world.ts';
import { driveDemo } from './drive.ts';
import { checkClosedWorld, exportAndVerify } from './exported-log.ts';
import { ensureExtension } from './extension-build.ts';
import { leadVisitor } from './lead.ts';
import { createNarrator } from './narrator.ts';
import { type DemoOptions, readOptions, USAGE } from './options.ts';
import { START } from './start-page.ts';

const chooseBrowser = (): BrowserName =>
  !findBrowser('chromium') && findBrowser('firefox') ? 'firefox' : 'chromium';

/** Nothing that lies there already may be taken for what this run made. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Error(`The folder ${folder} is not empty.`);
}

/** Ctrl+C ends the demo in order, from before the browser starts. */
function listenForEnd(): AbortSignal {
  const end = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end.abort());
  return end.signal;
}

async function showToVisitor(candor: CandorBrowser, progress: Progress, end: AbortSignal): Promise<void> {
  // A tab of its own: at first the keyboard belongs to the address bar of the one that the browser opens with.
  const blank = await candor.waitForTab('about:blank');
  const tab = await candor.newTab(START);
  await blank.close();
  console.log(
    '\nThe browser is open: follow the steps at the side of the page. Close it, or press Ctrl+C, to end.\n',
  );
  await leadVisitor(candor, tab, progress, end);
}

async function runDemo({ isHeadless, folder, browser, extension }: DemoOptions): Promise<void> {
  const name = browser ?? chooseBrowser();
  ensureBrowsers([name]);
  const extensionDir = extension ?? (await ensureExtension(name));
  if (isHeadless) await makeFolder(folder);
  const world = await startDemoWorld();
  try {
    const end = isHeadless ? undefined : listenForEnd();
    const candor = await launchCandor(name, {
      proxy: world.internet.proxy,
      extensionDir,
      visible: !isHeadless,
      ...(isHeadless && { downloads: folder }),
    });
    try {
      console.log(
        `Candor demo in ${name} ${candor.version}. All sites are stand-ins on this machine; nothing leaves it.`,
      );
      if (end) return await showToVisitor(candor, world.progress, end);
      const drive = { candor, world, tab: await candor.newTab(), narrator: createNarrator(folder) };
      await driveDemo(drive);
      await exportAndVerify(drive, folder);
      await checkClosedWorld(drive);
    } finally {
      await candor.close();
    }
  } finally {
    await world.internet.close();
    if (isHeadless) console.log(`\nScreenshots and the exported log: ${folder}`);
  }
}

/** Exit code: 0 if every step held, 1 if one did not, 2 for arguments that say nothing. */
async function main(args: readonly string[]): Promise<number> {
  let options: DemoOptions;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 2;
  }
  try {
    await runDemo(options);
    console.log(options.isHeadless ? 'Every step held.' : '\nThe demo has ended.');
    return 0;
  } catch (error) {
    console.error(`\nThe demo failed. ${error instanceof Error ? error.message : error}`);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
