import { createConnection } from './connection.ts';
import { createLogExport, type LogExport } from './export/log-export.ts';
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
}

/** Opens the log for reading: for Candor's own pages, also where the database is newer than this code. */
export function openLogReader({
  name,
  crypto,
  memory,
}: ReaderOptions): LogReader & LogArchive & LogExport & LogQueries {
  const connection = createConnection(name, { isReader: true, memory });
  return {
    ...createLogReader(connection),
    ...createLogArchive(connection, crypto.subtle),
    ...createLogExport(connection),
    ...createLogQueries(connection),
  };
}
