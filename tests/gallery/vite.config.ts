import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Builds the gallery: every state of the interface, from fake data, without an extension around it. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    emptyOutDir: true,
    // Both browsers know light-dark() and nesting of the oldest version that Candor supports.
    cssTarget: ['chrome124', 'firefox140'],
  },
  logLevel: 'warn',
});
