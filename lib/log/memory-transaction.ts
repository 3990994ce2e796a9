import type { MemoryRows } from './memory-rows.ts';

/** The keys that the log uses. */
export type Key = number | string | [number, number];

interface Row {
  readonly key: Key;
  readonly value: unknown;
}

type Range = IDBKeyRange | null | undefined;

interface Cursor extends Row {
  continue(): Promise<Cursor | null>;
}

export interface MemoryStore {
  get(key: Key): Promise<unknown>;
  getKey(key: Key): Promise<Key | undefined>;
  getAll(range?: Range, count?: number): Promise<unknown[]>;
  getAllKeys(range?: Range, count?: number): Promise<Key[]>;
  /** Rows that have a number under this name, in its order. */
  getAllByIndex(index: string, range?: Range, count?: number): Promise<unknown[]>;
  openCursor(range?: Range, direction?: IDBCursorDirection): Promise<Cursor | null>;
  openKeyCursor(range?: Range, direction?: IDBCursorDirection): Promise<Cursor | null>;
  add(value: unknown, key: Key): Promise<void>;
  put(value: unknown, key?: Key): Promise<void>;
  delete(keys: Key | IDBKeyRange): Promise<void>;
}

export interface MemoryTransaction {
  objectStore(name: string): MemoryStore;
  abort(): void;
  readonly done: Promise<void>;
  readonly error: null;
}

const nameOf = (store: string, key: Key): string => `${store}/${JSON.stringify(key)}`;

const isIn = (range: Range, key: unknown): boolean => !range || range.includes(key);

const aborted = (): DOMException => new DOMException('The transaction was aborted', 'AbortError');

/**
 * Like a transaction of the database: what is asked for is done in that order; a request that fails takes all with it;
 * it ends by itself as soon as a turn passes in which nothing is asked for, and then everything is written at once.
 */
export function createMemoryTransaction(rows: MemoryRows, mode: IDBTransactionMode): MemoryTransaction {
  const changed = new Map<string, unknown>();
  const removed = new Set<string>();
  let view: Record<string, unknown> = {};
  const loaded = rows.readAll().then((all) => {
    view = all;
  });
  let asked = 0;
  let state: 'open' | 'ended' | 'aborted' = 'open';
  const { promise: done, resolve, reject } = Promise.withResolvers<void>();
  // Whoever does not wait for the end does not have to hear of its failure.
  done.catch(() => {});

  function fail(reason: unknown): void {
    if (state !== 'open') return;
    state = 'aborted';
    reject(reason);
  }

  function endIfIdle(): void {
    if (asked > 0 || state !== 'open') return;
    state = 'ended';
    if (mode === 'readonly' || changed.size + removed.size === 0) resolve();
    else rows.write(Object.fromEntries(changed), [...removed]).then(resolve, reject);
  }

  function ask<Result>(work: () => Result): Promise<Result> {
    if (state !== 'open')
      return Promise.reject(new DOMException('The transaction has ended', 'TransactionInactiveError'));
    asked += 1;
    const answer = loaded.then(() => {
      if (state === 'aborted') throw aborted();
      return work();
    });
    answer.catch(fail).finally(() => {
      asked -= 1;
      setTimeout(endIfIdle);
    });
    return answer;
  }

  function put(store: string, key: Key, value: unknown): void {
    const name = nameOf(store, key);
    view = { ...view, [name]: value };
    changed.set(name, value);
    removed.delete(name);
  }

  function remove(store: string, key: Key): void {
    const name = nameOf(store, key);
    view = Object.fromEntries(Object.entries(view).filter(([other]) => other !== name));
    changed.delete(name);
    removed.add(name);
  }

  const find = (store: string, key: Key): unknown => view[nameOf(store, key)];

  function list(store: string, range: Range): Row[] {
    return Object.entries(view)
      .filter(([name]) => name.startsWith(`${store}/`))
      .map(([name, value]) => ({ key: JSON.parse(name.slice(store.length + 1)) as Key, value }))
      .filter(({ key }) => isIn(range, key))
      .sort((a, b) => indexedDB.cmp(a.key, b.key));
  }

  const cursorAt = (found: readonly Row[], at: number): Cursor | null => {
    const row = found[at];
    return row ? { ...row, continue: () => ask(() => cursorAt(found, at + 1)) } : null;
  };

  const openCursor = (store: string, range: Range, direction: IDBCursorDirection = 'next') =>
    ask(() => {
      const found = list(store, range);
      return cursorAt(direction.startsWith('prev') ? found.reverse() : found, 0);
    });

  return {
    done,
    error: null,
    abort() {
      if (state !== 'open') throw new DOMException('The transaction has ended', 'InvalidStateError');
      fail(aborted());
    },
    objectStore: (store) => ({
      get: (key) => ask(() => find(store, key)),
      getKey: (key) => ask(() => (find(store, key) === undefined ? undefined : key)),
      getAll: (range, count) =>
        ask(() =>
          list(store, range)
            .slice(0, count)
            .map(({ value }) => value),
        ),
      getAllKeys: (range, count) =>
        ask(() =>
          list(store, range)
            .slice(0, count)
            .map(({ key }) => key),
        ),
      getAllByIndex: (index, range, count) =>
        ask(() => {
          const orderOf = (row: unknown) => (row as Record<string, unknown>)[index] as number | undefined;
          return list(store, null)
            .map(({ value }) => value)
            .filter((row) => orderOf(row) !== undefined && isIn(range, orderOf(row)))
            .sort((a, b) => (orderOf(a) ?? 0) - (orderOf(b) ?? 0))
            .slice(0, count);
        }),
      openCursor: (range, direction) => openCursor(store, range, direction),
      openKeyCursor: (range, direction) => openCursor(store, range, direction),
      add: (value, key) =>
        ask(() => {
          if (find(store, key) !== undefined)
            throw new DOMException(`${nameOf(store, key)} exists`, 'ConstraintError');
          put(store, key, value);
        }),
      put: (value, key) => ask(() => put(store, key ?? (value as { post: string }).post, value)),
      delete: (keys) =>
        ask(() => {
          const gone = keys instanceof IDBKeyRange ? list(store, keys).map(({ key }) => key) : [keys];
          for (const key of gone) remove(store, key);
        }),
    }),
  };
}
