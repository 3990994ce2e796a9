import { type LogDatabase, openDatabase, openNewerDatabase } from './database.ts';
import { LogError, toLogError } from './log-error.ts';

/** A database that is opened when first used and again after the browser or an upgrade closed it. */
export interface Connection {
  /** Failures of the database come out as LogError. */
  use<Result>(work: (database: LogDatabase) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** `readsNewer`: a database of a newer version is opened as it is instead of being refused. */
export function createConnection(name: string, { readsNewer }: { readsNewer: boolean }): Connection {
  let opened: Promise<LogDatabase> | undefined;

  function forget(): void {
    opened = undefined;
  }

  async function open(): Promise<LogDatabase> {
    try {
      return await openDatabase(name, forget);
    } catch (error) {
      if (readsNewer && error instanceof LogError && error.code === 'newer-database') {
        return openNewerDatabase(name, forget);
      }
      throw error;
    }
  }

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
