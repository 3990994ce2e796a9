import { defineConfig } from '@playwright/test';
import type { BrowserName } from './harness/browser.ts';

const SECOND = 1000;

export default defineConfig<object, { engine: BrowserName }>({
  testDir: './e2e',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 1,
  // On a shared machine a second look; a test that needs it is reported as flaky, and is to be mended.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 45 * SECOND,
  expect: { timeout: 5 * SECOND },
  reporter: process.env.CI ? [['list']] : [['line']],
  projects: [
    { name: 'chromium', use: { engine: 'chromium' } },
    // The gallery renders components in a Chromium of its own.
    { name: 'firefox', use: { engine: 'firefox' }, testIgnore: /gallery/ },
  ],
});
