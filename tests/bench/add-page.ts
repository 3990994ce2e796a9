import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Puts a script, with all that it imports, beside the files of an unpacked extension. */
export async function addScript(extensionDir: string, entry: URL, fileName: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: extensionDir,
      emptyOutDir: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: fileURLToPath(entry),
        output: { format: 'iife', entryFileNames: fileName },
      },
    },
  });
}

/** Adds `bench.html`, which runs this script. */
export async function addPage(extensionDir: string, entry: URL): Promise<void> {
  await addScript(extensionDir, entry, 'bench.js');
  await writeFile(
    join(extensionDir, 'bench.html'),
    '<!doctype html><meta charset="utf-8"><script src="bench.js"></script>',
  );
}
