import { defineConfig } from '@playwright/test';
import type { BrowserName } from './harness/browser.ts';

const SECOND = 1000;

/** `npm run e2e -- real`: real publishing software, which must be installed first. Never without being asked for. */
const isReal = process.argv.some((word) => /(?:^|\/)real/u.test(word) && !word.startsWith('/'));
const REAL = isReal ? [] : [/\/real-[^/]*$/u];

export default defineConfig<object, { engine: BrowserName }>({
  testDir: './e2e',
  outputDir: '../test-results',
  fullyParallel: false,
  // Each worker has its browser, its internet and its profile. A test mostly waits for its browser.
  workers: 2,
  // On a shared machine a second look; a test that needs it is reported as flaky, and is to be mended.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 45 * SECOND,
  expect: { timeout: 5 * SECOND },
  reporter: process.env.CI ? [['list']] : [['line']],
  projects: [
    // Only Firefox can be brought to refuse an extension its database.
    { name: 'chromium', use: { engine: 'chromium' }, testIgnore: [/never-remembers|full-disk/, ...REAL] },
    // The gallery renders components in a Chromium of its own.
    { name: 'firefox', use: { engine: 'firefox' }, testIgnore: [/gallery/, ...REAL] },
  ],
});
