import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../probe', import.meta.url));
const AXE = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));

/** Copies the probe and axe-core into a temporary folder that a browser can load as an extension. */
export async function installProbe(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-probe-'));
  await cp(SOURCE, folder, { recursive: true });
  await cp(AXE, join(folder, 'axe.js'));
  return folder;
}

/** The probe as one script, for pages where no content script runs: those of extensions. */
export async function readProbeScript(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(SOURCE, 'manifest.json'), 'utf8'));
  const files: string[] = manifest.content_scripts[0].js;
  const parts = await Promise.all(files.map((file) => readFile(join(SOURCE, file), 'utf8')));
  return `(() => { ${parts.join('\n')} })()`;
}

export function readAxe(): Promise<string> {
  return readFile(AXE, 'utf8');
}
