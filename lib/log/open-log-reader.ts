import { createConnection } from './connection.ts';
import { createLogExport, type LogExport } from './export/log-export.ts';
import type { FormerLog } from './former-log.ts';
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

/** The logs that ended before the one of this name, oldest first. */
export async function listFormerLogs({
  name,
  memory,
}: Omit<ReaderOptions, 'crypto'>): Promise<readonly FormerLog[]> {
  const connection = createConnection(name, { isReader: true, memory });
  try {
    return await connection.former();
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
}: ReaderOptions): LogReader & LogArchive & LogExport & LogQueries {
  const connection = createConnection(name, { isReader: true, memory, isFormer });
  return {
    ...createLogReader(connection),
    ...createLogArchive(connection, crypto.subtle),
    ...createLogExport(connection),
    ...createLogQueries(connection),
  };
}
