import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserName } from '#tests/harness/browser.ts';

export const USAGE = `npm run demo -- [options]
  --headless            drive itself, with no window (default where there is no display)
  --browser NAME        chromium or firefox (default: Chromium, else Firefox)
  --folder FOLDER       an empty or new one, for the screenshots and the exported log
  --extension FOLDER    a built extension to use as it is, instead of building it
`;

export interface DemoOptions {
  /** No window: the demo drives itself. */
  isHeadless: boolean;
  /** Missing: whichever is installed. */
  browser: BrowserName | undefined;
  folder: string;
  extension: string | undefined;
}

const hasDisplay = (): boolean =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const isBrowserName = (name: string): name is BrowserName => name === 'chromium' || name === 'firefox';

/** @throws Error with a sentence for the person who typed the arguments */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      headless: { type: 'boolean', default: false },
      browser: { type: 'string' },
      folder: { type: 'string' },
      extension: { type: 'string' },
    },
  });
  const { browser } = values;
  if (browser !== undefined && !isBrowserName(browser)) {
    throw new Error(`There is no browser "${browser}" here: chromium or firefox.`);
  }
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  return {
    isHeadless: values.headless || !hasDisplay(),
    browser,
    folder: resolve(values.folder ?? join(tmpdir(), `candor-demo-${moment}`)),
    extension: values.extension && resolve(values.extension),
  };
}
