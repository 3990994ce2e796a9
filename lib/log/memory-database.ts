import type { LogDatabase } from './database.ts';
import type { MemoryRows } from './memory-rows.ts';
import { createMemoryTransaction, type Key, type MemoryTransaction } from './memory-transaction.ts';

/**
 * The part of a database that the log uses, over such rows: so that all else is the same code. Rows are read again for
 * each transaction, since other contexts see them too; one context writes entries, as everywhere.
 */
export function createMemoryDatabase(rows: MemoryRows): LogDatabase {
  const transaction = (_stores: unknown, mode: IDBTransactionMode = 'readonly'): MemoryTransaction =>
    createMemoryTransaction(rows, mode);
  const database = {
    transaction: (stores: string | string[], mode?: IDBTransactionMode) => {
      const tx = transaction(stores, mode);
      return typeof stores === 'string' ? Object.assign(tx, { store: tx.objectStore(stores) }) : tx;
    },
    get: (store: string, key: Key) => transaction(store).objectStore(store).get(key),
    getAllFromIndex: (store: string, index: string, range?: IDBKeyRange | null, count?: number) =>
      transaction(store).objectStore(store).getAllByIndex(index, range, count),
    close: () => undefined,
  };
  return database as unknown as LogDatabase;
}
