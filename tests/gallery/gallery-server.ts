import { rmSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const CONFIG = fileURLToPath(new URL('./vite.config.ts', import.meta.url));
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Builds the gallery, each time in a folder of its own, and serves it on a free port of this machine. */
export const startGallery = async (): Promise<{ address: string; stop(): void }> => {
  const built = await mkdtemp(join(tmpdir(), 'candor-gallery-'));
  await build({ configFile: CONFIG, build: { outDir: built } });
  const server: Server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname;
    const file = join(built, normalize(path === '/' ? '/index.html' : path));
    try {
      const body = await readFile(file);
      response
        .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const stop = (): void => {
    server.close();
    rmSync(built, { recursive: true, force: true });
  };
  return { address: `http://127.0.0.1:${port}/`, stop };
};
