import { deleteDB } from 'idb';
import { type Bytes, isSameBytes, toHex } from '../bytes.ts';
import { withDatabase } from '../connection.ts';
import { openDatabase } from '../database.ts';
import type { Hash } from '../hash.ts';
import { ifUnlocked } from '../lock.ts';
import { toLogError } from '../log-error.ts';
import { rootOf } from '../peaks.ts';
import { readBytes, type SourceFile } from '../source-file.ts';
import { createNodeSource } from '../stored-log.ts';
import { rootAt } from '../tree.ts';
import { BackupPlacer } from './backup-placer.ts';
import { type LogHere, listLogsHere } from './logs-here.ts';
import { type BackupHead, type BackupVisitor, readBackup } from './read-backup.ts';
import { RestoreError } from './restore-error.ts';
import { removeLeftovers, restoredNameOf, type TakeIn } from './take-in.ts';

export interface RestoreOptions {
  /** Database of the log here. */
  readonly name: string;
  readonly subtle: SubtleCrypto;
  readonly randomBytes: (length: number) => Bytes;
  readonly file: SourceFile;
  readonly passphrase: string;
  /** Has the one who writes the log take in what lies in the database of this name; as `Log.takeIn`. */
  readonly takeIn: (restored: string, as: TakeIn) => Promise<unknown>;
  /** Bytes behind, of those there are to read: the file twice. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * How a restore ended. `nothing`: the log is here already, with `size` entries. `continued`: the log here has got those that it
 * lacked. `former`: it is a log of its own, beside the one here.
 */
export interface Restored {
  readonly is: 'nothing' | 'continued' | 'former';
  readonly origin: string;
  readonly size: number;
}

/**
 * Brings a backup back. The file is proved from end to end before anything is written, and once more while it goes
 * into a database of its own, which counts for nothing until it is taken in. Rejects with a RestoreError, a
 * LogError, or the reason of the signal; nothing has changed then.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const answer = await ifUnlocked(`candor restore ${options.name}`, () => restore(options));
  if (answer === 'busy') throw new RestoreError('busy');
  return answer;
}

async function restore(options: RestoreOptions): Promise<Restored> {
  await removeLeftovers(options.name);
  const logs = await listLogsHere(options.name);
  const { head, roots } = await examine(options, logs);
  const { origin } = head;
  const relations = await Promise.all(
    logs.filter(({ key }) => key === head.key).map((log) => relate(log, head, roots)),
  );
  const longer = relations.find(({ is }) => is === 'longer');
  if (longer) return { is: 'nothing', origin, size: longer.log.size };
  const fork = relations.find(({ is }) => is === 'forked')?.log;
  if (fork) throw new RestoreError('forked', [head, { origin, size: fork.size, root: fork.root }]);
  const own = relations.find(({ log }) => log.from === 'present');
  const before = relations.find(({ log }) => log.from === 'restored');
  const as: TakeIn = own ? { is: 'continued' } : { is: 'former', instead: before?.log.database };
  const restored = await place(options, head);
  await options.takeIn(restored, as);
  await removeLeftovers(options.name).catch(() => undefined);
  return { is: as.is, origin, size: head.size };
}

/** The bytes of the file; `pass` 0 or 1. */
function bytesOf({ file, onProgress, signal }: RestoreOptions, pass: number): AsyncIterable<Bytes> {
  signal?.throwIfAborted();
  return readBytes(file, (done, size) => {
    onProgress?.(pass * size + done, 2 * size);
    signal?.throwIfAborted();
  });
}

const read = (options: RestoreOptions, pass: number, visitor: BackupVisitor): Promise<BackupHead> =>
  readBackup(bytesOf(options, pass), {
    passphrase: options.passphrase,
    subtle: options.subtle,
    visitor,
  });

/** What the backup is, and its roots at the sizes of the logs here. */
async function examine(
  options: RestoreOptions,
  logs: readonly LogHere[],
): Promise<{ head: BackupHead; roots: ReadonlyMap<number, Hash> }> {
  const sizes = new Set(logs.map(({ size }) => size));
  const roots = new Map<number, Hash>();
  const head = await read(options, 0, {
    line(_, { peaks }) {
      if (sizes.has(peaks.size) && !roots.has(peaks.size)) roots.set(peaks.size, rootOf(peaks));
    },
  });
  return { head, roots };
}

interface Relation {
  readonly log: LogHere;
  /** What the log here is to the backup; `longer`: it has all of it, and may have more. */
  readonly is: 'longer' | 'shorter' | 'forked';
}

async function relate(log: LogHere, head: BackupHead, roots: ReadonlyMap<number, Hash>): Promise<Relation> {
  if (log.size < head.size) {
    const root = roots.get(log.size);
    const isBeginning = log.size === 0 || (root !== undefined && isSameBytes(root, log.root));
    return { log, is: isBeginning ? 'shorter' : 'forked' };
  }
  const root = await withDatabase(log.database, (database) =>
    rootAt(head.size, createNodeSource(database.transaction(['entries', 'leaves', 'nodes']))),
  );
  return { log, is: isSameBytes(root, head.root) ? 'longer' : 'forked' };
}

/** Writes the backup into a database of its own; gives its name. */
async function place(options: RestoreOptions, expected: BackupHead): Promise<string> {
  const name = restoredNameOf(options.name, toHex(options.randomBytes(8)));
  const database = await openDatabase(name, () => {});
  try {
    const placer = new BackupPlacer(database);
    const head = await read(options, 1, placer);
    if (head.checkpoint !== expected.checkpoint || head.key !== expected.key) throw new RestoreError('moved');
    await placer.finish(head);
    database.close();
    return name;
  } catch (error) {
    database.close();
    await deleteDB(name).catch(() => undefined);
    throw options.signal?.aborted ? error : toLogError(error);
  }
}
