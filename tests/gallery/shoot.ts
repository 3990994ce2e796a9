/**
 * Pictures of every state in every view, checked with axe: `node tests/gallery/shoot.ts [part of a state name] [view] [folder]`.
 * Writes <state>.<view>.png to the folder (test-results/gallery) and ends with 1 if anything is wrong.
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { requireBrowser } from '../harness/find-browser.ts';
import { findFaults } from './find-faults.ts';
import { startGallery } from './gallery-server.ts';
import { GALLERY_STATES, VIEWS } from './gallery-states.ts';

const [wantedState = '', wantedView = '', folder] = process.argv.slice(2);
const out = folder ?? fileURLToPath(new URL('../../test-results/gallery', import.meta.url));
await mkdir(out, { recursive: true });
const gallery = await startGallery();
const browser = await chromium.launch({
  executablePath: requireBrowser('chromium').path,
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
let faulty = 0;
for (const view of VIEWS.filter(({ name }) => wantedView === '' || name === wantedView)) {
  const page = await browser.newPage({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    hasTouch: view.touch,
    isMobile: view.touch,
  });
  for (const state of GALLERY_STATES.filter((name) => name.includes(wantedState))) {
    await page.goto(`${gallery.address}?state=${state}&${view.query}`);
    const faults = await findFaults(page);
    await page.screenshot({ path: `${out}/${state.replace('/', '-')}.${view.name}.png` });
    faulty += faults.length;
    for (const fault of faults) console.log(`${state} ${view.name}: ${fault}`);
  }
  await page.close();
}
await browser.close();
gallery.stop();
console.log(faulty === 0 ? 'No faults.' : `${faulty} faults.`);
process.exitCode = faulty === 0 ? 0 : 1;
