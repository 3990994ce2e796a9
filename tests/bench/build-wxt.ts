import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Builds a WXT project for Chromium; gives the folder of the unpacked extension. */
export function buildWxt(project: string): string {
  // Standard output belongs to the measures.
  execFileSync(process.execPath, [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', 'chrome'], {
    cwd: project,
    stdio: ['ignore', 2, 2],
  });
  return join(project, '.output/chrome-mv3');
}
