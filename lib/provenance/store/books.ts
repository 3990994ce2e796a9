import type { GenerationRow, SourceRow, StoreName, Transaction } from './database.ts';
import { EMPTY_STATE, findState, type State, writeState } from './stored-state.ts';

/** What the store counts, kept right inside one transaction that adds or drops generations. */
export interface Books {
  readonly state: State;
  readonly sources: ReadonlyMap<string, SourceRow>;
  /** Counts a new generation; its rows are the caller's. */
  add(row: GenerationRow): void;
  /** Counts that a generation keeps this much text now. */
  keepText(row: GenerationRow, length: number): void;
  /** Deletes a generation with all that belongs to it. */
  drop(row: GenerationRow): void;
  /** The last thing to do in the transaction. */
  write(change?: (state: State) => State): Promise<void>;
}

/** What `openBooks` needs in its transaction. */
export const BOOK_STORES: readonly StoreName[] = ['generations', 'lists', 'texts', 'sources', 'gone', 'meta'];

const emptySource = ({ source, sourceName }: GenerationRow): SourceRow => ({
  source,
  sourceName,
  generations: 0,
  postings: 0,
  keptText: 0,
});

/** Counts again, for a state that is lost. Without an index: nobody knows what is in it. */
async function recount(tx: Transaction): Promise<{ state: State; sources: SourceRow[] }> {
  const sources = new Map<string, SourceRow>();
  let postings = 0;
  const rows = await tx.objectStore('generations').getAll();
  const newestFirst = rows.toSorted((a, b) => b.time - a.time);
  for (const row of newestFirst) {
    const { generations, postings: before, keptText, ...names } = sources.get(row.source) ?? emptySource(row);
    sources.set(row.source, {
      ...names,
      generations: generations + 1,
      postings: before + row.postings,
      keptText: keptText + row.keptText,
    });
    postings += row.postings;
  }
  const { base: _, ...empty } = EMPTY_STATE;
  const state = {
    ...empty,
    lastId: rows.at(-1)?.id ?? 0,
    generations: rows.length,
    postings,
  };
  return { state, sources: [...sources.values()] };
}

export async function openBooks(tx: Transaction<'readwrite'>): Promise<Books> {
  const [found, rows] = await Promise.all([findState(tx), tx.objectStore('sources').getAll()]);
  const counted = found ? { state: found, sources: rows } : await recount(tx);
  const sources = new Map(counted.sources.map((row) => [row.source, row]));
  const touched = new Set<string>();
  const writes: Promise<unknown>[] = [];
  let { state } = counted;

  /** If it fails the transaction does, and that is heard of there. */
  function later(write: Promise<unknown>): void {
    write.catch(() => {});
    writes.push(write);
  }

  if (!found) for (const source of sources.keys()) touched.add(source);

  /** Adds to the totals of a source and of the store. */
  function count(row: GenerationRow, generations: number, postings: number, keptText: number): void {
    const before = sources.get(row.source) ?? emptySource(row);
    sources.set(row.source, {
      source: row.source,
      sourceName: generations > 0 ? row.sourceName : before.sourceName,
      generations: before.generations + generations,
      postings: before.postings + postings,
      keptText: before.keptText + keptText,
    });
    touched.add(row.source);
    state = {
      ...state,
      generations: state.generations + generations,
      postings: state.postings + postings,
    };
  }

  return {
    get state() {
      return state;
    },
    sources,
    add(row) {
      count(row, 1, row.postings, row.keptText);
      state = { ...state, lastId: row.id };
    },
    keepText(row, length) {
      count(row, 0, 0, length - row.keptText);
    },
    drop(row) {
      count(row, -1, -row.postings, -row.keptText);
      for (const store of ['generations', 'lists', 'texts'] as const) {
        later(tx.objectStore(store).delete(row.id));
      }
      if (row.id <= (state.base?.upTo ?? 0)) later(tx.objectStore('gone').put(true, row.id));
    },
    async write(change = (unchanged) => unchanged) {
      for (const source of touched) {
        const row = sources.get(source);
        const store = tx.objectStore('sources');
        later(row && row.generations > 0 ? store.put(row) : store.delete(source));
      }
      later(writeState(tx, { ...change(state), revision: state.revision + 1 }));
      await Promise.all(writes);
    },
  };
}
