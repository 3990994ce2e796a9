import { allOrNothing } from './all-or-nothing.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { type LogDatabase, META, type StoreName } from './database.ts';
import type { Hash } from './hash.ts';
import { rootOf } from './peaks.ts';
import { findCheckpoint, findVerifierKey, readHead } from './stored-log.ts';

/** A log that nobody here can sign, so nothing is added to it any more. Its database stays as it is. */
export interface FormerLog {
  /** Name of its database. */
  readonly database: string;
  /** Name of the log; missing where its key is gone without a trace and it never signed anything. */
  readonly origin?: string;
  /** Entries, and the root over them: as found, whoever may have changed them since the last checkpoint. */
  readonly size: number;
  readonly root: Hash;
  /** The last one that it signed, as text. */
  readonly checkpoint?: string;
}

/** `candor-log`, `candor-log~2`, `candor-log~3`: never one that was there before. */
export function successorNameOf(name: string): string {
  const [, base = name, number = '1'] = /^(.*)~(\d+)$/u.exec(name) ?? [];
  return `${base}~${Number(number) + 1}`;
}

export async function readFormerLog(name: string, database: LogDatabase): Promise<FormerLog> {
  const tx = database.transaction(['meta', 'entries'] as StoreName[]);
  const head = await readHead(tx);
  const checkpoint = await findCheckpoint(tx);
  const key = await findVerifierKey(database);
  const origin = key?.name ?? parseCheckpoint(checkpoint ?? '')?.origin;
  return {
    database: name,
    ...(origin !== undefined && { origin }),
    size: head.size,
    root: rootOf(head),
    ...(checkpoint !== undefined && { checkpoint }),
  };
}

/** Name of the database with which the log of this one goes on. */
export const findSuccessor = async (database: LogDatabase): Promise<string | undefined> =>
  (await database.get('meta', META.successor)) as string | undefined;

/** From now on whoever opens this database is led to the next. All else in it stays as it is. */
export async function noteSuccessor(database: LogDatabase, successor: string): Promise<void> {
  const tx = database.transaction(['meta'] as StoreName[], 'readwrite', { durability: 'strict' });
  await tx.objectStore('meta').add(successor, META.successor);
  await tx.done;
}

const parseNames = (kept: unknown): readonly string[] =>
  typeof kept === 'string' ? (JSON.parse(kept) as string[]) : [];

/** Names of the databases in which restored logs lie, as the log of this one knows them. */
export const readRestored = async (database: LogDatabase): Promise<readonly string[]> =>
  parseNames(await database.get('meta', META.restored));

/** Puts restored logs on the list of this one; `instead` goes off it. */
export async function noteRestored(
  database: LogDatabase,
  restored: readonly string[],
  instead?: string,
): Promise<void> {
  const tx = database.transaction(['meta'] as StoreName[], 'readwrite', { durability: 'strict' });
  await allOrNothing(tx, async (watch) => {
    const meta = tx.objectStore('meta');
    const all = new Set([...parseNames(await meta.get(META.restored)), ...restored]);
    if (instead !== undefined) all.delete(instead);
    watch(meta.put(JSON.stringify([...all]), META.restored));
  });
}
