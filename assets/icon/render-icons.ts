/** Renders the SVGs of this folder to the PNGs that manifest and toolbar need. Run after changing one. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { requireBrowser } from '../../tests/harness/find-browser.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const PICTURES = [
  { from: './candor.svg', to: (size: number) => `../public/icon/${size}.png`, sizes: [16, 32, 48, 96, 128] },
  { from: './off.svg', to: (size: number) => `../public/icon-state/off-${size}.png`, sizes: [16, 32, 48] },
  {
    from: './changed.svg',
    to: (size: number) => `../public/icon-state/changed-${size}.png`,
    sizes: [16, 32, 48],
  },
];

const browser = await chromium.launch({
  executablePath: requireBrowser('chromium').path,
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const { from, to, sizes } of PICTURES) {
  const svg = await readFile(here(from), 'utf8');
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<body style="margin:0"><div style="width:${size}px;height:${size}px">${svg}</div></body>`,
    );
    const file = here(to(size));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
