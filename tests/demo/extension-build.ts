import { execFileSync } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from '#tests/harness/browser.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WXT = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
const SOURCES = ['assets', 'components', 'entrypoints', 'lib', 'package-lock.json', 'wxt.config.ts'];

const BUILDS: Record<BrowserName, { folder: string; args: string[] }> = {
  chromium: { folder: '.output/chrome-mv3', args: ['build', '-b', 'chrome'] },
  firefox: { folder: '.output/firefox-mv3', args: ['build', '-b', 'firefox', '--mv3'] },
};

/** Time of the newest file at or below a path, milliseconds since the epoch. */
async function readNewest(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const times = await Promise.all((await readdir(path)).map((name) => readNewest(join(path, name))));
  return Math.max(0, ...times);
}

async function isFresh(folder: string): Promise<boolean> {
  const built = await stat(join(folder, 'manifest.json')).catch(() => undefined);
  if (!built) return false;
  const changed = await Promise.all(SOURCES.map((name) => readNewest(join(ROOT, name))));
  return Math.max(...changed) < built.mtimeMs;
}

/** Folder of the extension for this browser; built first if it is missing or older than its sources. */
export async function ensureExtension(name: BrowserName): Promise<string> {
  const { folder, args } = BUILDS[name];
  const built = join(ROOT, folder);
  if (await isFresh(built)) return built;
  console.log(`Building the extension for ${name} ...`);
  execFileSync(process.execPath, [WXT, ...args], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  return built;
}
