import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Copies an extension so that its texts come in one language on every machine: browsers of many distributions bring
 * English only, and then ignore what language is asked for.
 * @param language a folder of `_locales`, e.g. `de`
 * @returns the temporary folder
 */
export async function copyInOneLanguage(dir: string, language: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `candor-${language}-`));
  await cp(dir, folder, { recursive: true });
  const locales = join(folder, '_locales');
  for (const locale of await readdir(locales)) {
    if (locale !== language) await rm(join(locales, locale), { recursive: true });
  }
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...manifest, default_locale: language }));
  return folder;
}
