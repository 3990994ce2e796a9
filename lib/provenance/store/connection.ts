import { deleteDB } from 'idb';
import {
  type FirstRows,
  openDatabase,
  type ProvenanceDatabase,
  type StoreName,
  type Transaction,
} from './database.ts';
import { ProvenanceError, toProvenanceError } from './provenance-error.ts';

/** A database that is opened when first used and again after the browser or an upgrade closed it. */
export interface Connection {
  /** How often it was opened: with each time it may be another database, the one before being lost. */
  readonly openings: number;
  /** Opens it, if it is not open. */
  open(): Promise<void>;
  /** Runs `work` in one transaction: when this resolves all of it is written, when it rejects nothing. */
  transact<Mode extends 'readonly' | 'readwrite', Result>(
    mode: Mode,
    stores: readonly StoreName[],
    work: (tx: Transaction<Mode>) => Promise<Result>,
  ): Promise<Result>;
  /** Deletes the database, for one that cannot be opened. */
  destroy(): Promise<void>;
  close(): Promise<void>;
}

/** The error is that of the transaction where it has one: of a failed commit nobody else hears. */
async function runTransaction<Mode extends 'readonly' | 'readwrite', Result>(
  database: ProvenanceDatabase,
  mode: Mode,
  stores: readonly StoreName[],
  work: (tx: Transaction<Mode>) => Promise<Result>,
): Promise<Result> {
  // Relaxed: a capture that a power cut takes is captured again; the log of what was posted is another matter.
  const tx: Transaction<Mode> = database.transaction([...stores], mode, { durability: 'relaxed' });
  tx.done.catch(() => {});
  try {
    const result = await work(tx);
    await tx.done;
    return result;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It has ended by itself.
    }
    await tx.done.catch(() => {});
    throw tx.error ?? error;
  }
}

/** How Firefox 153 answers an extension where all windows are private. */
function refuse(error: unknown): never {
  const isRefusal = error instanceof DOMException && error.name === 'InvalidStateError';
  throw isRefusal ? new ProvenanceError('refused', String(error), error) : error;
}

/** Starting a transaction on a connection that has just been closed: nothing has happened yet. */
const isClosed = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'InvalidStateError';

/** Called with each database that was opened, before it is used. */
export type OnOpened = (transact: Connection['transact']) => Promise<void>;

export function createConnection(
  name: string,
  firstRows: FirstRows,
  onOpened: OnOpened = async () => {},
): Connection {
  let opened: Promise<ProvenanceDatabase> | undefined;
  let openings = 0;

  function drop(): void {
    opened = undefined;
  }

  async function openAnew(): Promise<ProvenanceDatabase> {
    const database = await openDatabase(name, firstRows, drop);
    openings += 1;
    await onOpened((mode, stores, work) => runTransaction(database, mode, stores, work));
    return database;
  }

  function open(): Promise<ProvenanceDatabase> {
    const opening = opened ?? openAnew().catch(refuse);
    opened = opening;
    // A failed opening must not be remembered: what stood in the way may be gone next time.
    opening.catch(() => {
      if (opened === opening) drop();
    });
    return opening;
  }

  async function close(): Promise<void> {
    const closing = opened;
    drop();
    await closing?.then(
      (database) => database.close(),
      () => {},
    );
  }

  return {
    get openings() {
      return openings;
    },

    async open() {
      await open().catch((error: unknown) => {
        throw toProvenanceError(error);
      });
    },

    async transact(mode, stores, work) {
      try {
        const first = await open();
        return await runTransaction(first, mode, stores, work).catch(async (error: unknown) => {
          if (!isClosed(error)) throw error;
          drop();
          return runTransaction(await open(), mode, stores, work);
        });
      } catch (error) {
        throw toProvenanceError(error);
      }
    },

    async destroy() {
      await close();
      await new Promise<void>((resolve, reject) => {
        const blocked = () => reject(new ProvenanceError('unreadable', 'the database is open elsewhere'));
        deleteDB(name, { blocked }).then(resolve, (error) => reject(toProvenanceError(error)));
      });
    },

    close,
  };
}
