import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { BrowserName } from './browser.ts';

/** A browser that can run the suite. */
export interface FoundBrowser {
  name: BrowserName;
  /** Absolute path of the program. */
  path: string;
  /** Chrome and Edge under their brand ignore `--load-extension`; extensions go in through the debugger. */
  branded: boolean;
}

const OVERRIDE = { chromium: 'CANDOR_CHROMIUM', firefox: 'CANDOR_FIREFOX' } as const;

const INSTALL_HINT = {
  chromium: 'Install Chromium or Chrome for Testing, or set CANDOR_CHROMIUM to the path of one.',
  firefox: 'Install Firefox 140 or newer, or set CANDOR_FIREFOX to its path.',
} as const;

/** Names on PATH, best first. */
const COMMANDS = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'google-chrome', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox'],
} as const;

/** Where installers put them on macOS and Windows, best first. `~` is the home folder. */
const PLACES = {
  chromium: {
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '~/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      '~\\AppData\\Local\\Chromium\\Application\\chrome.exe',
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    darwin: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '~/Applications/Firefox.app/Contents/MacOS/firefox',
    ],
    win32: [
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
      'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
      '~\\AppData\\Local\\Mozilla Firefox\\firefox.exe',
    ],
  },
} as const;

/** Where Playwright keeps its browsers. Its Chromium serves; its Firefox is patched and takes no BiDi. */
const PLAYWRIGHT_CACHE: Partial<Record<NodeJS.Platform, string>> = {
  linux: '~/.cache/ms-playwright',
  darwin: '~/Library/Caches/ms-playwright',
  win32: '~\\AppData\\Local\\ms-playwright',
};

const PLAYWRIGHT_PROGRAMS = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
];

const atHome = (path: string) => path.replace(/^~/, homedir());

function findOnPath(name: BrowserName): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return COMMANDS[name].flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
}

function listPlaywrightChromiums(): string[] {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? PLAYWRIGHT_CACHE[process.platform];
  if (!cache || !existsSync(atHome(cache))) return [];
  const builds = readdirSync(atHome(cache)).filter((folder) => /^chromium-\d+$/.test(folder));
  const newestFirst = builds.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return newestFirst.flatMap((build) =>
    PLAYWRIGHT_PROGRAMS.map((program) => join(atHome(cache), build, program)),
  );
}

function listInstalled(name: BrowserName): string[] {
  const { platform } = process;
  return platform === 'darwin' || platform === 'win32' ? PLACES[name][platform].map(atHome) : [];
}

const isBranded = (path: string) =>
  /google.chrome|msedge|microsoft.edge|Google[\\/]Chrome/i.test(path) && !/for.testing/i.test(path);

/** The best browser of this kind on this machine, or nothing. The environment outranks the search. */
export function findBrowser(name: BrowserName): FoundBrowser | undefined {
  const override = process.env[OVERRIDE[name]];
  const candidates = override
    ? [override]
    : [
        ...findOnPath(name),
        ...(name === 'chromium' ? listPlaywrightChromiums() : []),
        ...listInstalled(name),
      ].sort((a, b) => Number(isBranded(a)) - Number(isBranded(b)));
  const path = candidates.find((candidate) => existsSync(candidate));
  return path === undefined ? undefined : { name, path, branded: isBranded(path) };
}

/** Like `findBrowser`; throws with one sentence on what to install. */
export function requireBrowser(name: BrowserName): FoundBrowser {
  const found = findBrowser(name);
  if (!found) throw new Error(INSTALL_HINT[name]);
  return found;
}

function canUseApt(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Makes sure that both browsers are there; on Debian as root missing ones are installed.
 * @throws Error whose one sentence says what to install
 */
export function ensureBrowsers(names: BrowserName[] = ['chromium', 'firefox']): FoundBrowser[] {
  const missing = names.filter((name) => !findBrowser(name) && !process.env[OVERRIDE[name]]);
  if (missing.length > 0 && canUseApt()) {
    const packages = missing.map((name) => (name === 'firefox' ? 'firefox-esr' : name));
    const run = (...args: string[]) =>
      execFileSync('apt-get', args, {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    run('update');
    run('install', '--yes', '--no-install-recommends', ...packages);
  }
  return names.map(requireBrowser);
}
