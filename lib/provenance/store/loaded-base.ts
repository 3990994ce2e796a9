import type { ListRow, Numbers, Transaction } from './database.ts';
import { PARTS, partOf, readHashes, readPlaces } from './index-parts.ts';
import { isWholeList } from './list.ts';
import { endOf, firstOf, hasHash, lengthOf, type PackedHashes } from './packed-hashes.ts';
import { includes, lowerBound, OWN, type Postings, upperBound } from './postings.ts';
import { BrokenIndex } from './provenance-error.ts';

type Places = Pick<Postings, 'owners' | 'positions'>;

/** Gets one fingerprint after the other, until it says that it has enough. */
export type Visit = (owner: number, position: number) => 'more' | 'enough';

/** Hits up to this many are looked up one by one. */
const FEW = 16;
/** Hits that are looked up in one go to find out whose the others are. */
const SAMPLE = 4;
/** Generations that are read to explain the hits of one draft. */
const MOST_LISTS = 24;

/** The merged part of the index, one epoch of it, as much as was needed so far. */
export interface LoadedBase {
  readonly epoch: number;
  /** Whether the hash is in it. `unknown` where something has to be loaded first, to know that or to visit it. */
  find(hash: number): 'hit' | 'miss' | 'unknown';
  /** Both load what these hashes need, ascending and each once. They throw `BrokenIndex` where that contradicts itself. */
  loadHashes(tx: Transaction, wanted: Numbers): Promise<void>;
  loadOwners(tx: Transaction, wanted: Numbers, gone: ReadonlySet<number>): Promise<void>;
  /** Newest generation first; those that are gone are left out. */
  visit(hash: number, gone: ReadonlySet<number>, visit: Visit): void;
}

const missing = (parts: readonly number[], loaded: readonly unknown[]) =>
  parts.filter((part) => !loaded[part]);

/** Parts of ascending hashes, each once. */
function partsOf(wanted: Numbers): number[] {
  const parts: number[] = [];
  for (const hash of wanted) if (parts.at(-1) !== partOf(hash)) parts.push(partOf(hash));
  return parts;
}

/** Calls `visit` for what stands from `first` up to and without `end`, from the last to the first. */
export function visitPlaces(
  { owners, positions }: Places,
  first: number,
  end: number,
  gone: ReadonlySet<number>,
  visit: Visit,
): 'more' | 'enough' {
  for (let at = end - 1; at >= first; at -= 1) {
    const owner = owners[at] as number;
    if (!gone.has(owner) && visit(owner, positions[at] as number) === 'enough') return 'enough';
  }
  return 'more';
}

export function createLoadedBase(epoch: number): LoadedBase {
  const hashes: (PackedHashes | undefined)[] = new Array(PARTS);
  const places: (Places | undefined)[] = new Array(PARTS);
  /** Lists of merged generations, and their ids, the newest first. */
  const lists = new Map<number, ListRow>();
  let newestFirst: number[] = [];
  /** Hits that stand in the lists above as often as in the index: nobody else has them. */
  const explained = new Set<number>();

  function find(hash: number): 'hit' | 'miss' | 'unknown' {
    const part = partOf(hash);
    const within = hashes[part];
    if (!within) return 'unknown';
    if (!hasHash(within, hash)) return 'miss';
    return places[part] || explained.has(hash) ? 'hit' : 'unknown';
  }

  const isOpen = (hash: number): boolean => find(hash) === 'unknown';

  function visitPart(hash: number, found: Places, gone: ReadonlySet<number>, visit: Visit): void {
    const packed = hashes[partOf(hash)] as PackedHashes;
    visitPlaces(found, firstOf(packed, hash), endOf(packed, hash), gone, visit);
  }

  async function loadPlaces(tx: Transaction, wanted: Numbers): Promise<void> {
    for (const [part, row] of await readPlaces(tx, epoch, missing(partsOf(wanted), places))) {
      if (row.owners.length !== lengthOf(hashes[part] as PackedHashes)) {
        throw new BrokenIndex(`halves of part ${part}`);
      }
      places[part] = row;
    }
  }

  async function loadLists(tx: Transaction, ids: readonly number[]): Promise<void> {
    const rows = await Promise.all(ids.map((id) => tx.objectStore('lists').get(id)));
    for (const [at, id] of ids.entries()) {
      const list = rows[at];
      if (!isWholeList(list)) throw new BrokenIndex(`list ${id}`);
      lists.set(id, list);
    }
    newestFirst = [...lists.keys()].sort((a, b) => b - a);
  }

  function explain(open: Numbers): void {
    for (const hash of open) {
      let count = 0;
      for (const { hashes: its, own } of lists.values()) {
        count += upperBound(its, hash) - lowerBound(its, hash) + (includes(own, hash) ? 1 : 0);
      }
      const packed = hashes[partOf(hash)] as PackedHashes;
      if (count === endOf(packed, hash) - firstOf(packed, hash)) explained.add(hash);
    }
  }

  /**
   * Most hits of a draft are of the same few generations: some hits say which, and their lists say which other hits
   * are theirs. That reads far less than looking up each.
   */
  async function guessOwners(tx: Transaction, hits: Numbers, gone: ReadonlySet<number>): Promise<void> {
    let open = hits;
    while (open.length > FEW && lists.size < MOST_LISTS) {
      const step = Math.floor(open.length / SAMPLE);
      const sample = open.filter((_, at) => at % step === 0);
      await loadPlaces(tx, sample);
      const owners = new Set<number>();
      for (const hash of sample) {
        visitPart(hash, places[partOf(hash)] as Places, gone, (owner) => {
          if (!lists.has(owner)) owners.add(owner);
          return owners.size < MOST_LISTS ? 'more' : 'enough';
        });
      }
      if (owners.size === 0) return;
      await loadLists(tx, [...owners]);
      explain(open);
      open = open.filter(isOpen);
    }
  }

  function visitLists(hash: number, gone: ReadonlySet<number>, visit: Visit): void {
    for (const owner of newestFirst) {
      if (gone.has(owner)) continue;
      const list = lists.get(owner) as ListRow;
      if (includes(list.own, hash) && visit(owner, OWN) === 'enough') return;
      for (let at = upperBound(list.hashes, hash) - 1; at >= 0 && list.hashes[at] === hash; at -= 1) {
        if (visit(owner, list.positions[at] as number) === 'enough') return;
      }
    }
  }

  return {
    epoch,
    find,

    async loadHashes(tx, wanted) {
      for (const [part, row] of await readHashes(tx, epoch, missing(partsOf(wanted), hashes))) {
        hashes[part] = row;
      }
    },

    async loadOwners(tx, wanted, gone) {
      // Others may have been read for earlier drafts.
      if (lists.size >= MOST_LISTS) {
        lists.clear();
        newestFirst = [];
        explained.clear();
      }
      explain(wanted.filter(isOpen));
      await guessOwners(tx, wanted.filter(isOpen), gone);
      await loadPlaces(tx, wanted.filter(isOpen));
    },

    visit(hash, gone, visit) {
      const found = places[partOf(hash)];
      if (found) visitPart(hash, found, gone, visit);
      else if (explained.has(hash)) visitLists(hash, gone, visit);
    },
  };
}
