import { rm } from 'node:fs/promises';
import { copyBuild } from './built-extension.ts';
import { measureDialog } from './dialog.ts';
import { buildEmptyExtension } from './empty-extension.ts';
import { measureHumanPost } from './human-post.ts';
import type { Measure } from './measure.ts';
import { openPageBrowser } from './page-browser.ts';
import { measurePageLoad } from './page-load.ts';
import { measureSizes } from './sizes.ts';
import { measureTyping } from './typing.ts';

/** What Candor costs a page, a person who types, and a person who posts. */
export async function* benchGate(): AsyncGenerator<Measure> {
  const extension = await copyBuild();
  try {
    yield* await measureSizes(extension);
    const browser = await openPageBrowser([extension, await buildEmptyExtension()]);
    try {
      yield* await measurePageLoad(browser);
      yield* await measureTyping(browser);
      yield* await measureHumanPost(browser);
    } finally {
      await browser.close();
    }
    yield* await measureDialog(extension);
  } finally {
    await rm(extension, { recursive: true, force: true });
  }
}
