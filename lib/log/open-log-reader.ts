import { createLogBackup, type LogBackup } from './backup/log-backup.ts';
import { createConnection, withDatabase } from './connection.ts';
import { createLogExport, type LogExport } from './export/log-export.ts';
import { type FormerLog, readFormerLog } from './former-log.ts';
import { createLogArchive, type LogArchive } from './log-archive.ts';
import { createLogQueries, type LogQueries } from './log-queries.ts';
import { createLogReader, type LogReader } from './log-reader.ts';
import type { MemoryRows } from './memory-rows.ts';

export interface ReaderOptions {
  /** Database name. */
  readonly name: string;
  readonly crypto: Pick<Crypto, 'subtle'>;
  /** Where the log lives if the browser refuses it a database. */
  readonly memory?: MemoryRows;
  /** A log that has ended, by the name of its own database. */
  readonly isFormer?: boolean;
}

/** A log beside the present one: it ended here, for want of its key, or was brought here from a backup. */
export interface LogBeside extends FormerLog {
  readonly from: 'ended' | 'restored';
}

/** Those that ended before the log of this name, oldest first; then those that were restored. */
export async function listFormerLogs({
  name,
  memory,
}: Omit<ReaderOptions, 'crypto'>): Promise<readonly LogBeside[]> {
  const connection = createConnection(name, { isReader: true, memory });
  try {
    const ended = (await connection.former()).map((log): LogBeside => ({ ...log, from: 'ended' }));
    const { restored } = await connection.databases();
    const others: LogBeside[] = [];
    for (const database of restored) {
      const found = await withDatabase(database, (opened) => readFormerLog(database, opened));
      others.push({ ...found, from: 'restored' });
    }
    return [...ended, ...others];
  } finally {
    await connection.close();
  }
}

/** Opens the log for reading: for Candor's own pages, also where the database is newer than this code. */
export function openLogReader({
  name,
  crypto,
  memory,
  isFormer,
}: ReaderOptions): LogReader & LogArchive & LogExport & LogQueries & LogBackup {
  const connection = createConnection(name, { isReader: true, memory, isFormer });
  const archive = createLogArchive(connection, crypto.subtle);
  return {
    ...createLogReader(connection),
    ...archive,
    ...createLogBackup(connection, archive, crypto.subtle),
    ...createLogExport(connection),
    ...createLogQueries(connection),
  };
}
