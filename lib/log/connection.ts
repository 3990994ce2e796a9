import { type LogDatabase, openDatabase, openNewerDatabase } from './database.ts';
import { LogError, toLogError } from './log-error.ts';
import { createMemoryDatabase } from './memory-database.ts';
import type { MemoryRows } from './memory-rows.ts';

/** A database that is opened when first used and again after the browser or an upgrade closed it. */
export interface Connection {
  /** Failures of the database come out as LogError. */
  use<Result>(work: (database: LogDatabase) => Promise<Result>): Promise<Result>;
  /** Where what is written goes: to disk, or, where the browser refuses a database, into its memory. */
  keeping(): Promise<Keeping>;
  close(): Promise<void>;
}

export type Keeping = 'on-disk' | 'in-memory';

interface ConnectionOptions {
  /** A database of a newer version is opened as it is instead of being turned down; no log is begun. */
  readonly isReader: boolean;
  /** Stands in where the browser refuses any database. Missing: the refusal stands. */
  readonly memory?: MemoryRows | undefined;
}

export function createConnection(name: string, { isReader, memory }: ConnectionOptions): Connection {
  /** Decided by the first opening that succeeds: a log must not change its place under its writer. */
  let keeping: Keeping | undefined;
  let opened: Promise<LogDatabase> | undefined;

  function forget(): void {
    opened = undefined;
  }

  async function open(): Promise<LogDatabase> {
    try {
      const database = await openDatabase(name, forget);
      keeping = 'on-disk';
      return database;
    } catch (error) {
      const code = error instanceof LogError ? error.code : undefined;
      if (isReader && code === 'newer-database') return openNewerDatabase(name, forget);
      if (memory && code === 'refused' && keeping !== 'on-disk' && (await isMine(memory))) {
        keeping = 'in-memory';
        return createMemoryDatabase(memory);
      }
      throw error;
    }
  }

  /** A page in a private window is refused a database too, though the log is in one: it has nothing to read here. */
  const isMine = async (rows: MemoryRows): Promise<boolean> =>
    !isReader || Object.keys(await rows.readAll()).length > 0;

  function database(): Promise<LogDatabase> {
    const opening = opened ?? open();
    opened = opening;
    // A failed opening must not be remembered: what stood in the way may be gone next time.
    opening.catch(() => {
      if (opened === opening) forget();
    });
    return opening;
  }

  /** Starting a transaction on a connection that has just been closed: nothing has happened yet. */
  const isClosed = (error: unknown): boolean =>
    error instanceof DOMException && error.name === 'InvalidStateError';

  return {
    async use(work) {
      const first = await database();
      try {
        return await work(first).catch(async (error: unknown) => {
          if (!isClosed(error)) throw error;
          forget();
          return work(await database());
        });
      } catch (error) {
        throw toLogError(error);
      }
    },
    async keeping() {
      await database();
      return keeping ?? 'on-disk';
    },
    async close() {
      const closing = opened;
      forget();
      await closing?.then(
        (open) => open.close(),
        () => {},
      );
    },
  };
}
