import type { Connection } from './connection.ts';
import type { Numbers, Transaction } from './database.ts';
import { createLoadedIndex, INDEX_STORES, type LoadedIndex } from './loaded-index.ts';
import { mergeIndex } from './merge.ts';
import { BrokenIndex, ProvenanceError } from './provenance-error.ts';
import { findState } from './stored-state.ts';

/** Not merged yet: every look-up after a start reads and sorts these. */
const MOST_RECENT = { generations: 32, postings: 32_768 };
/** Dropped to make room, but still in the index. */
const MOST_GONE = 256;

type Work<Result> = (index: LoadedIndex, hits: Numbers) => Result;

/** The index of one store: looks up, repairs, merges. */
export interface IndexKeeper {
  /** Runs `work` on an index in which everything about these hashes is loaded, with those that somebody has. */
  lookUp<Result>(wanted: Numbers, work: Work<Result>): Promise<Result>;
  tidy(): Promise<void>;
  /** What stood in the way of a repair may be gone. */
  retry(): void;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
}

async function isMergeDue(tx: Transaction): Promise<'merge' | 'rebuild' | 'no'> {
  const state = await findState(tx);
  if (!state?.base) return 'rebuild';
  // Forgotten fingerprints are to leave the disk, and so is an index that was left unfinished.
  if (state.mustMerge || state.epoch !== state.base.epoch) return 'merge';
  if ((await tx.objectStore('gone').count()) >= MOST_GONE) return 'merge';
  const recent = await tx.objectStore('generations').getAll(IDBKeyRange.lowerBound(state.base.upTo, true));
  const postings = recent.reduce((sum, row) => sum + row.postings, 0);
  return recent.length >= MOST_RECENT.generations || postings >= MOST_RECENT.postings ? 'merge' : 'no';
}

export function createIndexKeeper(connection: Connection): IndexKeeper {
  /** Of one opening of the database: the next may find another database. */
  let kept: { readonly index: LoadedIndex; readonly opening: number } | undefined;
  let repair: Promise<void> | undefined;
  let failure: ProvenanceError | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let tidying: Promise<void> | undefined;

  function startRepair(): Promise<void> {
    repair ??= mergeIndex(connection, true)
      .catch((error: unknown) => {
        failure = new ProvenanceError('unreadable', 'the index cannot be made again', error);
      })
      .finally(() => {
        repair = undefined;
        kept = undefined;
      });
    return repair;
  }

  const findKept = (): LoadedIndex | undefined =>
    kept?.opening === connection.openings ? kept.index : undefined;

  /** What is in memory is compared with the stored revision first: another page may have written. */
  async function run<Result>(wanted: Numbers, work: Work<Result>): Promise<Result> {
    const state = kept && (await connection.transact('readonly', ['meta'], findState));
    const known = findKept();
    const ready = state && known?.findHits(state, wanted);
    if (known && ready) return work(known, ready);
    const { index, hits } = await connection.transact('readonly', INDEX_STORES, async (tx) => {
      const loading = { index: findKept() ?? createLoadedIndex(), opening: connection.openings };
      const stored = await findState(tx);
      if (!stored) throw new BrokenIndex('its state is missing or damaged');
      await loading.index.prepare(tx, stored, wanted);
      kept = loading;
      return { index: loading.index, hits: loading.index.findHits(stored, wanted) as Numbers };
    });
    return work(index, hits);
  }

  async function lookUp<Result>(wanted: Numbers, work: Work<Result>): Promise<Result> {
    if (failure) throw failure;
    if (!repair) {
      try {
        return await run(wanted, work);
      } catch (error) {
        if (!(error instanceof BrokenIndex)) throw error;
        void startRepair();
      }
    }
    throw new ProvenanceError('rebuilding', 'the index is being made again');
  }

  async function tidy(): Promise<void> {
    if (repair) return repair;
    const due = await connection.transact('readonly', ['meta', 'generations', 'gone'], isMergeDue);
    if (due === 'rebuild') return startRepair();
    if (due === 'no') return;
    try {
      await mergeIndex(connection, false);
    } catch (error) {
      if (!(error instanceof BrokenIndex)) throw error;
      await startRepair();
    }
  }

  return {
    // One after the other, so that nothing is loaded twice.
    lookUp(wanted, work) {
      const turn = last.then(() => lookUp(wanted, work));
      last = turn.catch(() => {});
      return turn;
    },
    tidy() {
      tidying ??= tidy().finally(() => {
        tidying = undefined;
      });
      return tidying;
    },
    retry() {
      failure = undefined;
    },
    async settled() {
      await Promise.allSettled([last, tidying, repair]);
    },
  };
}
