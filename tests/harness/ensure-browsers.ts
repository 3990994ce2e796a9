import { ensureBrowsers } from './find-browser.ts';

try {
  for (const { name, path } of ensureBrowsers()) console.log(`${name}: ${path}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
