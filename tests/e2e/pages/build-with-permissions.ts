import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * The browser asks for a permission in a prompt that no test can answer; so this build has it from the start.
 * Registering the gate, and all that follows, is the product's own. `use` gets the folder, which goes afterwards.
 */
export const buildWithPermissions = async (
  engine: string,
  origins: readonly string[],
  use: (folder: string) => Promise<void>,
): Promise<void> => {
  const built = path.resolve('.output', engine === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
  const folder = await mkdtemp(path.join(tmpdir(), 'candor-with-permissions-'));
  await cp(built, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push(...origins.map((origin) => `${origin}/*`));
  await writeFile(file, JSON.stringify(manifest));
  await use(folder);
  await rm(folder, { recursive: true, force: true });
};
