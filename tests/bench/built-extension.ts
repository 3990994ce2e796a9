import { cp, mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWxt, ROOT } from './build-wxt.ts';

const BUILD = join(ROOT, '.output/chrome-mv3');
/** What the build is made of. */
const SOURCES = ['assets', 'components', 'entrypoints', 'lib', 'wxt.config.ts', 'package-lock.json'];

const changedAt = async (path: string): Promise<number> => {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  const inside = await readdir(path);
  return Math.max(0, ...(await Promise.all(inside.map((name) => changedAt(join(path, name))))));
};

const isStale = async (): Promise<boolean> => {
  const built = await changedAt(join(BUILD, 'manifest.json'));
  const changed = await Promise.all(SOURCES.map((source) => changedAt(join(ROOT, source))));
  return Math.max(...changed) > built;
};

/** A copy of the present build, made anew if sources are newer: nobody rebuilds it under a running benchmark. */
export async function copyBuild(): Promise<string> {
  if (await isStale()) buildWxt(ROOT);
  const copy = await mkdtemp(join(tmpdir(), 'candor-bench-'));
  await cp(BUILD, copy, { recursive: true });
  return copy;
}
