import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { StoreName, Transaction } from './database.ts';
import { findState, requireSecret } from './stored-state.ts';

const count = z.number().int().nonnegative();

const amountSchema = z.strictObject({
  /** Answers and pictures. */
  generations: count,
  /** When the newest was captured, milliseconds since 1970; 0 where there is none. */
  newest: count,
});

const markSchema = amountSchema.extend({
  /** Which database it is about. */
  database: z.string().max(100),
  /** What was in databases that were lost, until the person has accepted that. */
  lost: amountSchema.optional(),
});
type Mark = z.infer<typeof markSchema>;
export type Amount = z.infer<typeof amountSchema>;

/** Where the mark lies: outside the database. */
export interface MarkStore {
  /** What was written last, as it was found. */
  read(): Promise<unknown>;
  write(mark: Mark): Promise<void>;
  remove(): Promise<void>;
}

/** What a database holds, as the mark says it. */
export type Extent = Amount & Pick<Mark, 'database'>;

export const EXTENT_STORES: readonly StoreName[] = ['meta', 'generations', 'pictures'];

/** Rejects where the secret cannot be read: which database it is nobody knows then. */
export async function readExtent(tx: Transaction): Promise<Extent> {
  const [generations, pictures] = [tx.objectStore('generations'), tx.objectStore('pictures')];
  const [secret, state, newest, shown, newestShown] = await Promise.all([
    requireSecret(tx),
    findState(tx),
    generations.index('time').openKeyCursor(null, 'prev'),
    pictures.count(),
    pictures.index('time').openKeyCursor(null, 'prev'),
  ]);
  return {
    database: bytesToHex(hmac(sha256, secret, utf8ToBytes('name of the database')).subarray(0, 16)),
    generations: (state?.generations ?? (await generations.count())) + shown,
    newest: Math.max(newest?.key ?? 0, newestShown?.key ?? 0),
  };
}

/** A small mark of what is remembered, outside its database, so that a database that is lost as a whole is noticed. */
export interface MemoryMark {
  /** A database was opened. Resolves when a loss is written down: nothing may be written over the mark before that. */
  compare(found: Extent): Promise<void>;
  /** What was lost and not accepted yet, however long ago it was captured. */
  findLoss(): Amount | undefined;
  /** Something was added or dropped. Written behind what is under way; of notes that pile up only the last. */
  note(extent: Extent): void;
  /** The person knows about the loss. */
  accept(): Promise<void>;
  /** Everything is about to be forgotten, and that is no loss. */
  forget(): Promise<void>;
  settled(): Promise<void>;
}

const sum = (one: Amount, other: Amount): Amount => ({
  generations: one.generations + other.generations,
  newest: Math.max(one.newest, other.newest),
});

/** Another database than the one that the mark is about: what that one held is lost, with what was lost before. */
function findLost(stored: Mark | undefined, found: Extent): Amount | undefined {
  if (!stored || stored.database === found.database || stored.generations === 0) return stored?.lost;
  const { generations, newest, lost } = stored;
  return lost ? sum(lost, { generations, newest }) : { generations, newest };
}

export function createMemoryMark(store: MarkStore | undefined): MemoryMark {
  let mark: Mark | undefined;
  let writing: Promise<void> | undefined;
  let isWritten = true;

  /** A mark that cannot be written notices less; the next one says the same and more. */
  async function run(): Promise<void> {
    while (!isWritten) {
      isWritten = true;
      await (mark ? store?.write(mark) : store?.remove())?.catch(() => {});
    }
    writing = undefined;
  }

  function write(next: Mark | undefined): Promise<void> {
    mark = next;
    isWritten = false;
    writing ??= run();
    return writing;
  }

  const withLost = (extent: Extent, lost: Amount | undefined): Mark => ({ ...extent, ...(lost && { lost }) });

  return {
    async compare(found) {
      await writing;
      const stored = markSchema.safeParse(await store?.read().catch(() => undefined)).data;
      await write(withLost(found, findLost(stored, found)));
    },
    findLoss: () => mark?.lost,
    note: (extent) => void write(withLost(extent, mark?.lost)),
    async accept() {
      if (!mark?.lost) return;
      const { lost: _, ...rest } = mark;
      await write(rest);
    },
    forget: () => write(undefined),
    settled: async () => writing,
  };
}
