import { rm } from 'node:fs/promises';
import { measureAppend } from './append.ts';
import { copyBuild } from './built-extension.ts';
import { benchLog } from './log.ts';
import type { Measure } from './measure.ts';

/** What the log costs: writing in a real browser, verifying outside of one. */
export async function* benchLogInBrowser(): AsyncGenerator<Measure> {
  const extension = await copyBuild();
  try {
    yield await measureAppend(extension);
  } finally {
    await rm(extension, { recursive: true, force: true });
  }
  yield* await benchLog();
}
