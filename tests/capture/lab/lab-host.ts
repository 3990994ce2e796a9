import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { FixtureHost } from '#tests/harness/internet.ts';
import { buildOnce } from '#tests/sites/fixtures/build-once.ts';
import { pageOf, serveFakeSite } from '#tests/sites/fixtures/server/fake-server.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
/** What the lab's script is made of. */
const PARTS = [
  'lib/capture',
  'lib/media',
  'lib/sources',
  'lib/sites',
  'tests/capture/lab',
  'tests/sites/fixtures/client',
];

const buildLab = (): Promise<string> =>
  buildOnce({
    name: 'capture-lab',
    sources: PARTS.map((part) => path.join(root, part)),
    proof: 'lab.js',
    make: async (folder) => {
      await build({
        root: here,
        configFile: false,
        logLevel: 'error',
        build: {
          outDir: folder,
          emptyOutDir: false,
          minify: false,
          reportCompressedSize: false,
          rollupOptions: {
            input: path.join(here, 'page.ts'),
            output: { format: 'iife', entryFileNames: 'lab.js' },
          },
        },
      });
    },
  });

/** `https://lab.example/`: the capture in a page that no definition knows (page.ts). */
export const serveLab = async (): Promise<FixtureHost> => {
  const folder = await buildLab();
  return serveFakeSite(
    {
      site: 'lab',
      hosts: ['lab.example'],
      page: (url) => (url.pathname === '/' ? pageOf('Lab', 'lab') : undefined),
      answer: () => undefined,
    },
    () => readFile(path.join(folder, 'lab.js'), 'utf8'),
  );
};
