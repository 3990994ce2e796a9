import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import type { LogBackup } from '#lib/log/backup/log-backup.ts';
import type { LogExport } from '#lib/log/export/log-export.ts';
import type { LogArchive } from '#lib/log/log-archive.ts';
import type { LogQueries } from '#lib/log/log-queries.ts';
import { type Log, type LogOptions, type OpenedLog, openLog } from '#lib/log/open-log.ts';
import { openLogReader } from '#lib/log/open-log-reader.ts';
import { lineAt, textOf, type WholeLines } from '#lib/log/whole-lines.ts';
import type { LogFacts } from '#lib/model/log-entry.ts';
import type { ExportChoice } from '#lib/model/log-export.ts';

let names = 0;

/** A database name that no other test uses. */
export function freshName(): string {
  names += 1;
  return `log ${names}`;
}

/** Options with a clock that moves one second each time it is asked. */
export function testOptions(overrides: Partial<LogOptions> = {}): LogOptions {
  let time = 1_700_000_000_000;
  return {
    name: freshName(),
    now: () => {
      time += 1000;
      return time;
    },
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    software: '0.1.0',
    crypto,
    ...overrides,
  };
}

export type TestLog = Log & LogArchive & LogExport & LogQueries & LogBackup;

/** As the background opens it, with what a page does with it on a connection of its own. */
export async function openWithArchive(
  options: LogOptions,
): Promise<Omit<OpenedLog, 'log'> & { log: TestLog }> {
  const { log, ...opened } = await openLog(options);
  const reader = openLogReader(options);
  const close = async (): Promise<void> => {
    await log.close();
    await reader.close();
  };
  return { ...opened, log: { ...reader, ...log, close } };
}

export async function openTestLog(overrides: Partial<LogOptions> = {}): Promise<TestLog> {
  return (await openWithArchive(testOptions(overrides))).log;
}

export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const held = (post: number, more: Partial<LogFacts> = {}): LogFacts => ({
  event: 'post.held',
  post: uuid(post),
  site: 'x',
  kind: 'post',
  ...more,
});

/** Everything in a database, as one text, to search for what must not be there. */
export async function dump(name: string): Promise<Record<string, unknown[]>> {
  const database = await openDB(name);
  const stores = await Promise.all(
    [...database.objectStoreNames].map(async (store) => [store, await database.getAll(store)] as const),
  );
  database.close();
  return Object.fromEntries(stores);
}

/** Everything, and everything without texts. */
export const WHOLE: ExportChoice = { texts: 'full', names: 'shown' };
export const BARE: ExportChoice = { texts: 'digests', names: 'shown' };

/** Lines of an export, without line feeds. */
export async function collect(pieces: AsyncIterable<WholeLines>): Promise<string[]> {
  const all: string[] = [];
  for await (const lines of pieces) all.push(...lines.ends.map((_, at) => textOf(lineAt(lines, at))));
  return all;
}
