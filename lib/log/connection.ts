import { type LogDatabase, openDatabase, openNewerDatabase } from './database.ts';
import {
  type FormerLog,
  findSuccessor,
  noteRestored,
  noteSuccessor,
  readFormerLog,
  readRestored,
  successorNameOf,
} from './former-log.ts';
import { LogError, toLogError } from './log-error.ts';
import { createMemoryDatabase } from './memory-database.ts';
import type { MemoryRows } from './memory-rows.ts';

/** A database that is opened when first used and again after the browser or an upgrade closed it. */
export interface Connection {
  /** Failures of the database come out as LogError. */
  use<Result>(work: (database: LogDatabase) => Promise<Result>): Promise<Result>;
  /** Where what is written goes: to disk, or, where the browser refuses a database, into its memory. */
  keeping(): Promise<Keeping>;
  /** Logs that ended before the one that is open, oldest first. */
  former(): Promise<readonly FormerLog[]>;
  /** Names of all databases that the log came through, the present one last; and of those with restored logs. */
  databases(): Promise<{ own: readonly string[]; restored: readonly string[] }>;
  /** Ends the log that is open, for want of its key; the next use finds an empty one. */
  moveOn(): Promise<void>;
  close(): Promise<void>;
}

export type Keeping = 'on-disk' | 'in-memory';

interface ConnectionOptions {
  /** A database of a newer version is opened as it is instead of being turned down; no log is begun. */
  readonly isReader: boolean;
  /** Stands in where the browser refuses any database. Missing: the refusal stands. */
  readonly memory?: MemoryRows | undefined;
  /** The database of exactly this name, though its log may go on in another. */
  readonly isFormer?: boolean | undefined;
}

export function createConnection(
  name: string,
  { isReader, memory, isFormer }: ConnectionOptions,
): Connection {
  /** Decided by the first opening that succeeds: a log must not change its place under its writer. */
  let keeping: Keeping | undefined;
  let opened: Promise<LogDatabase> | undefined;
  let former: readonly FormerLog[] = [];
  let own: readonly string[] = [];

  function forget(): void {
    opened = undefined;
  }

  async function openNamed(named: string): Promise<LogDatabase> {
    try {
      return await openDatabase(named, forget);
    } catch (error) {
      const isNewer = error instanceof LogError && error.code === 'newer-database';
      if (isReader && isNewer) return openNewerDatabase(named, forget);
      throw error;
    }
  }

  /** The database with which the log goes on today. */
  async function openNewest(): Promise<LogDatabase> {
    const passed: FormerLog[] = [];
    const names: string[] = [];
    for (let named = name; ; ) {
      const database = await openNamed(named);
      const successor = isFormer ? undefined : await findSuccessor(database);
      if (successor === undefined) {
        former = passed;
        own = [...names, named];
        return database;
      }
      const left = await readFormerLog(named, database);
      // One that went on elsewhere as it was has nothing left in it.
      if (left.size > 0) passed.push(left);
      names.push(named);
      database.close();
      named = successor;
    }
  }

  async function open(): Promise<LogDatabase> {
    try {
      const database = await openNewest();
      keeping = 'on-disk';
      return database;
    } catch (error) {
      const code = error instanceof LogError ? error.code : undefined;
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

  async function close(): Promise<void> {
    const closing = opened;
    forget();
    await closing?.then(
      (open) => open.close(),
      () => {},
    );
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
    async former() {
      await database();
      return former;
    },
    async databases() {
      const newest = await database();
      return { own, restored: keeping === 'on-disk' ? await readRestored(newest) : [] };
    },
    async moveOn() {
      const ended = await database();
      const successor = successorNameOf(ended.name);
      const restored = await readRestored(ended);
      if (restored.length > 0) {
        const next = await openNamed(successor);
        await noteRestored(next, restored);
        next.close();
      }
      await noteSuccessor(ended, successor);
      await close();
    },
    close,
  };
}

/** Reads from the database of exactly this name. */
export async function withDatabase<Result>(
  name: string,
  work: (database: LogDatabase) => Promise<Result>,
): Promise<Result> {
  const connection = createConnection(name, { isReader: true, isFormer: true });
  try {
    return await connection.use(work);
  } finally {
    await connection.close();
  }
}
