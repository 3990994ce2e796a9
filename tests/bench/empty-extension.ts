import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { buildOnce } from '#tests/sites/fixtures/build.ts';

const root = fileURLToPath(new URL('./empty', import.meta.url));

const quiet = () => undefined;

/** Builds the extension with an empty WXT content script; gives its folder. */
export async function buildEmptyExtension(): Promise<string> {
  const folder = await buildOnce('empty', [join(root, 'entrypoints')], async (outDir) => {
    await build({
      root,
      outDir,
      configFile: false,
      imports: false,
      browser: 'chrome',
      manifestVersion: 3,
      manifest: { name: 'Empty' },
      logger: {
        level: 0,
        debug: quiet,
        log: quiet,
        info: quiet,
        warn: quiet,
        success: quiet,
        error: console.error,
        fatal: console.error,
      },
    });
  });
  return join(folder, 'chrome-mv3');
}
