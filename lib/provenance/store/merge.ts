import { BOOK_STORES, openBooks } from './books.ts';
import type { Connection } from './connection.ts';
import type { ListRow, Transaction } from './database.ts';
import { PARTS, rangeOfPart, readPart, writePart } from './index-parts.ts';
import { isWholeList, postingsOf } from './list.ts';
import { joinPostings, keepOwners, type Postings } from './postings.ts';
import { ProvenanceError } from './provenance-error.ts';
import { type Base, findState } from './stored-state.ts';

/** Parts written in one transaction: a few milliseconds of work. */
const PARTS_AT_ONCE = 4;
const LISTS_AT_ONCE = 16;

/** Gives look-ups and captures their turn between two slices. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A new index in the making. Its rows lie under an epoch of their own until it is whole. */
interface Plan {
  readonly epoch: number;
  /** What it goes on from; missing where everything is read again. */
  readonly old: Base | undefined;
  readonly upTo: number;
  /** Generations that will be in it. */
  readonly ids: Set<number>;
}

/** Deletes what an unfinished index left. */
async function deleteOthers(tx: Transaction<'readwrite'>, base: Base | undefined): Promise<void> {
  const epoch = base?.epoch ?? -1;
  for (const store of ['hashes', 'places'] as const) {
    await tx.objectStore(store).delete(IDBKeyRange.upperBound([epoch], true));
    await tx.objectStore(store).delete(IDBKeyRange.lowerBound([epoch, []], true));
  }
}

const STORES = [...BOOK_STORES, 'hashes', 'places'] as const;

function begin(connection: Connection, isRebuild: boolean): Promise<Plan> {
  return connection.transact('readwrite', STORES, async (tx) => {
    const books = await openBooks(tx);
    const { base, lastId: upTo, epoch: before } = books.state;
    const old = isRebuild ? undefined : base;
    const epoch = before + 1;
    await deleteOthers(tx, old);
    const ids = await tx.objectStore('generations').getAllKeys(IDBKeyRange.upperBound(upTo));
    await books.write(({ base: _, ...state }) => ({ ...state, epoch, ...(old && { base: old }) }));
    return { epoch, old, upTo, ids: new Set(ids) };
  });
}

/** Lists of the generations that the old index has not got. Those forgotten meanwhile leave the plan. */
async function readLists(connection: Connection, { old, ids }: Plan): Promise<Map<number, ListRow>> {
  const lists = new Map<number, ListRow>();
  const wanted = [...ids].filter((id) => id > (old?.upTo ?? 0));
  for (let from = 0; from < wanted.length; from += LISTS_AT_ONCE) {
    const slice = wanted.slice(from, from + LISTS_AT_ONCE);
    await connection.transact('readonly', ['generations', 'lists'], async (tx) => {
      for (const id of slice) {
        const [list, key] = await Promise.all([
          tx.objectStore('lists').get(id),
          tx.objectStore('generations').getKey(id),
        ]);
        if (key === undefined) ids.delete(id);
        else if (isWholeList(list)) lists.set(id, list);
        else throw new ProvenanceError('unreadable', `the fingerprints of generation ${id} are damaged`);
      }
    });
    await pause();
  }
  return lists;
}

async function buildPart(
  tx: Transaction,
  part: number,
  { old, ids }: Plan,
  lists: ReadonlyMap<number, ListRow>,
): Promise<Postings> {
  const parts: Postings[] = [];
  if (old && old.generations > 0) {
    parts.push(keepOwners(await readPart(tx, old.epoch, part), (owner) => ids.has(owner)));
  }
  const [from, to] = rangeOfPart(part);
  for (const [id, list] of lists) parts.push(...postingsOf(id, list, from, to));
  return joinPostings(parts);
}

/** False where the plan was overtaken: by another merge, or because everything was forgotten. */
function writeParts(
  connection: Connection,
  plan: Plan,
  lists: ReadonlyMap<number, ListRow>,
  first: number,
): Promise<boolean> {
  return connection.transact('readwrite', ['meta', 'hashes', 'places'], async (tx) => {
    if ((await findState(tx))?.epoch !== plan.epoch) return false;
    for (let part = first; part < first + PARTS_AT_ONCE; part += 1) {
      await writePart(tx, plan.epoch, part, await buildPart(tx, part, plan, lists));
    }
    return true;
  });
}

/** Puts the new index in the place of the old one. */
function finish(connection: Connection, { epoch, upTo, ids }: Plan): Promise<void> {
  return connection.transact('readwrite', STORES, async (tx) => {
    const books = await openBooks(tx);
    if (books.state.epoch !== epoch) return;
    const live = new Set(await tx.objectStore('generations').getAllKeys(IDBKeyRange.upperBound(upTo)));
    const lost = [...ids].filter((id) => !live.has(id));
    const gone = tx.objectStore('gone');
    await gone.clear();
    await Promise.all(lost.map((id) => gone.put(true, id)));
    const base: Base = { epoch, upTo, generations: ids.size };
    await deleteOthers(tx, base);
    await books.write((state) => ({ ...state, base, mustMerge: state.mustMerge && lost.length > 0 }));
  });
}

/**
 * Makes a new index of the old one and of what was added since, or of all lists, in small slices. Look-ups go on with
 * the old one; what is remembered or forgotten meanwhile is not lost. If it is stopped in between, the old index still
 * stands, and the next run begins anew. Throws `BrokenIndex` where the old one is, `unreadable` where a list is.
 */
export async function mergeIndex(connection: Connection, isRebuild: boolean): Promise<void> {
  const plan = await begin(connection, isRebuild);
  const lists = await readLists(connection, plan);
  for (let part = 0; plan.ids.size > 0 && part < PARTS; part += PARTS_AT_ONCE) {
    if (!(await writeParts(connection, plan, lists, part))) return;
    await pause();
  }
  await finish(connection, plan);
}
