import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { until } from '#tests/harness/poll.ts';
import { endWithChildren } from '../child.ts';

/** A MariaDB of its own, reached by a socket in `folder`. */
export interface Database {
  socket: string;
  /** Runs SQL in the database `wp`; rows as lines, columns parted by tabs, nothing escaped. */
  sql(query: string): string;
  stop(): Promise<void>;
}

const OPTIONS = ['--no-defaults', `--user=${userInfo().username}`];

export const startDatabase = async (folder: string): Promise<Database> => {
  const data = path.join(folder, 'data');
  const socket = path.join(folder, 's.sock');
  mkdirSync(data);
  execFileSync(
    'mariadb-install-db',
    [...OPTIONS, `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { stdio: 'ignore' },
  );
  const server: ChildProcess = spawn(
    'mariadbd',
    [
      ...OPTIONS,
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${path.join(folder, 'db.pid')}`,
      `--tmpdir=${folder}`,
      '--skip-networking',
      '--innodb-buffer-pool-size=64M',
      '--innodb-flush-log-at-trx-commit=0',
    ],
    { stdio: 'ignore', detached: true, env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } },
  );
  const run = (query: string, ...database: string[]): string =>
    execFileSync(
      'mariadb',
      ['--no-defaults', `--socket=${socket}`, '-uroot', '-N', '--raw', ...database, '-e', query],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
  const stop = (): Promise<void> => endWithChildren(server);
  try {
    await until(() => run('select 1'), { what: 'MariaDB to start', timeout: 30_000 });
    run('create database wp character set utf8mb4');
  } catch (error) {
    await stop();
    throw error;
  }
  return { socket, sql: (query) => run(query, 'wp'), stop };
};
