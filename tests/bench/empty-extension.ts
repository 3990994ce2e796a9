import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildOnce } from '#tests/sites/fixtures/build.ts';
import { buildWxt } from './build-wxt.ts';

const PROJECT = fileURLToPath(new URL('./empty', import.meta.url));

/** The extension with an empty WXT content script; gives its folder. */
export const buildEmptyExtension = (): Promise<string> =>
  buildOnce('empty', [fileURLToPath(new URL('./empty/entrypoints', import.meta.url))], (folder) =>
    cp(buildWxt(PROJECT), folder, { recursive: true }),
  );
