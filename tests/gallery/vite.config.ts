import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Builds the gallery: every state of the interface, from fake data, without an extension around it. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('../../test-results/gallery-build', import.meta.url)),
    emptyOutDir: true,
  },
  logLevel: 'warn',
});
