import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Unit tests: pure rooms only. Anything about pages or extension life runs in real browsers (tests/e2e). */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Some write logs of hundreds of entries; on a busy machine that takes its time.
    testTimeout: 60_000,
    unstubGlobals: true,
  },
});
