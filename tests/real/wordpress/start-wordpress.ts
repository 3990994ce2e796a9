import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '#tests/harness/poll.ts';
import { endWithChildren, freePort } from '../child.ts';
import { ask } from '../forward.ts';
import { CLASSIC_PAGES, GUIDE_SEEN, makeConfiguration, ROUTER } from './configuration.ts';
import { type Database, startDatabase } from './database.ts';

/** Where the package of the distribution puts WordPress; `CANDOR_WORDPRESS` names another folder. */
const SOURCE = process.env.CANDOR_WORDPRESS ?? '/usr/share/wordpress';

/** A WordPress that runs, freshly installed, with one author. */
export interface WordPressSite {
  /** On 127.0.0.1, plain HTTP. It expects `https://host` in front of it (forward.ts). */
  port: number;
  user: string;
  password: string;
  sql: Database['sql'];
  /** Ends it and removes all it stored. */
  stop(): Promise<void>;
}

const startPhp = async (root: string, router: string) => {
  const port = await freePort();
  const child = spawn(
    'php',
    ['-d', 'opcache.enable_cli=1', '-d', 'memory_limit=256M', '-S', `127.0.0.1:${port}`, '-t', root, router],
    { cwd: root, stdio: 'ignore', detached: true, env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' } },
  );
  return { port, stop: () => endWithChildren(child) };
};

/** Starts a WordPress of its own for `https://host` in a temporary folder; nothing of the system is changed. */
export const startWordPress = async (host: string): Promise<WordPressSite> => {
  if (!existsSync(path.join(SOURCE, 'wp-load.php')))
    throw new Error(`no WordPress in ${SOURCE}: tests/real/wordpress/install.sh installs it`);
  const folder = mkdtempSync(path.join(tmpdir(), 'candor-wordpress-'));
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0)) await end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const root = path.join(folder, 'site');
    cpSync(SOURCE, root, { recursive: true, dereference: true });
    mkdirSync(path.join(root, 'wp-content', 'uploads'), { recursive: true });
    mkdirSync(path.join(root, 'wp-content', 'mu-plugins'));
    writeFileSync(path.join(root, 'wp-content', 'mu-plugins', 'classic-pages.php'), CLASSIC_PAGES);
    const database = await startDatabase(folder);
    stops.unshift(database.stop);
    writeFileSync(path.join(root, 'wp-config.php'), makeConfiguration(host, database.socket));
    const router = path.join(folder, 'router.php');
    writeFileSync(router, ROUTER);
    const php = await startPhp(root, router);
    stops.unshift(php.stop);
    const picture = () => new Request(`https://${host}/wp-admin/images/wordpress-logo.svg`);
    await until(async () => (await ask(php.port, picture())).ok, { what: 'PHP to start', timeout: 30_000 });

    const user = 'ada';
    const password = 'difference-Engine-1822';
    const answer = await ask(
      php.port,
      new Request(`https://${host}/wp-admin/install.php?step=2`, {
        method: 'POST',
        body: new URLSearchParams({
          weblog_title: 'Rescue dogs',
          user_name: user,
          admin_password: password,
          admin_password2: password,
          pw_weak: 'on',
          admin_email: 'ada@example.test',
          blog_public: '0',
          Submit: 'Install WordPress',
          language: '',
        }),
      }),
    );
    const page = await answer.text();
    if (!page.includes('Success')) throw new Error(`WordPress was not installed: ${page}`);
    database.sql(
      `update wp_options set option_value = '/%postname%/' where option_name = 'permalink_structure'`,
    );
    database.sql(GUIDE_SEEN);
    return { port: php.port, user, password, sql: database.sql, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
