import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildOnce } from '#tests/sites/fixtures/build-once.ts';
import { buildWxt } from './build-wxt.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The extension with an empty WXT content script; gives its folder. */
export const buildEmptyExtension = (): Promise<string> =>
  buildOnce({
    name: 'empty',
    sources: ['empty/entrypoints', 'empty/wxt.config.ts', 'build-wxt.ts', 'empty-extension.ts'].map(pathOf),
    proof: 'manifest.json',
    make: (folder) => cp(buildWxt(pathOf('empty')), folder, { recursive: true }),
  });
