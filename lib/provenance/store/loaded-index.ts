import type { ListRow, Numbers, StoreName, Transaction } from './database.ts';
import { isWholeList, joinLists } from './list.ts';
import { createLoadedBase, type LoadedBase, type Visit, visitPlaces } from './loaded-base.ts';
import { includes, lowerBound, upperBound } from './postings.ts';
import { BrokenIndex } from './provenance-error.ts';
import type { Base, State } from './stored-state.ts';

/** What a look-up reads. */
export const INDEX_STORES: readonly StoreName[] = [
  'meta',
  'generations',
  'lists',
  'gone',
  'hashes',
  'places',
];

/** As much of the index as was needed so far, kept in memory while the background lives. */
export interface LoadedIndex {
  /**
   * Those of the hashes that somebody has. Nothing where the index in memory is not what is stored now, or where
   * something has to be loaded first.
   */
  findHits(state: State, wanted: Numbers): Numbers | undefined;
  /** Loads what these hashes need, ascending and each once. Throws `BrokenIndex` where what is stored contradicts itself. */
  prepare(tx: Transaction, state: State, wanted: Numbers): Promise<void>;
  /** Calls `visit` for the fingerprints with this hash, newest generation first. */
  visit(hash: number, visit: Visit): void;
}

export function createLoadedIndex(): LoadedIndex {
  let revision: number | undefined;
  /** Missing while nothing is merged. */
  let base: LoadedBase | undefined;
  /** Of generations that are not merged yet. */
  let lists = new Map<number, ListRow>();
  let recent = joinLists(lists);
  let gone = new Set<number>();

  /** Lists of these generations, those in memory already included. */
  async function readLists(tx: Transaction, ids: readonly number[]): Promise<Map<number, ListRow>> {
    const read = await Promise.all(
      ids.map(async (id) => [id, lists.get(id) ?? (await tx.objectStore('lists').get(id))] as const),
    );
    const found = new Map<number, ListRow>();
    for (const [id, list] of read) {
      if (!lists.has(id) && !isWholeList(list)) throw new BrokenIndex(`list ${id}`);
      found.set(id, list as ListRow);
    }
    return found;
  }

  /** Takes in what was added or dropped since. */
  async function refresh(tx: Transaction, state: State, { upTo, generations }: Base): Promise<void> {
    const rows = tx.objectStore('generations');
    const [merged, dropped, ids] = await Promise.all([
      rows.count(IDBKeyRange.upperBound(upTo)),
      tx.objectStore('gone').getAllKeys(),
      rows.getAllKeys(IDBKeyRange.lowerBound(upTo, true)),
    ]);
    if (merged + dropped.length !== generations) {
      throw new BrokenIndex(`${merged} generations and ${dropped.length} gone, not ${generations}`);
    }
    const newer = await readLists(tx, ids);
    const isSame = newer.size === lists.size && ids.every((id) => lists.has(id));
    if (!isSame) recent = joinLists(newer);
    lists = newer;
    gone = new Set(dropped);
    revision = state.revision;
  }

  return {
    findHits(state, wanted) {
      if (revision !== state.revision) return undefined;
      const hits: number[] = [];
      for (const hash of wanted) {
        const found = base?.find(hash) ?? 'miss';
        if (found === 'unknown') return undefined;
        if (found === 'hit' || includes(recent.hashes, hash)) hits.push(hash);
      }
      return Uint32Array.from(hits);
    },

    async prepare(tx, state, wanted) {
      if (!state.base) throw new BrokenIndex('there is none');
      const { epoch, generations } = state.base;
      if (generations === 0) base = undefined;
      else if (base?.epoch !== epoch) base = createLoadedBase(epoch);
      await Promise.all([
        revision === state.revision ? undefined : refresh(tx, state, state.base),
        base?.loadHashes(tx, wanted),
      ]);
      await base?.loadOwners(tx, wanted, gone);
    },

    visit(hash, visit) {
      const [first, end] = [lowerBound(recent.hashes, hash), upperBound(recent.hashes, hash)];
      if (visitPlaces(recent, first, end, gone, visit) === 'more') base?.visit(hash, gone, visit);
    },
  };
}
