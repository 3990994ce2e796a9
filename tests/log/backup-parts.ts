import { openDB } from 'idb';
import { type RestoreOptions, restoreBackup } from '#lib/log/backup/restore.ts';
import { RestoreError } from '#lib/log/backup/restore-error.ts';
import { type Bytes, concatBytes } from '#lib/log/bytes.ts';
import type { LogOptions } from '#lib/log/open-log.ts';
import type { SourceFile } from '#lib/log/source-file.ts';
import { dump, held, openWithArchive, type TestLog, testOptions, uuid } from './test-log.ts';

export const PASSPHRASE = 'six lighthouses by the sea';
/** Bytes of plain text in a piece of these backups. */
export const PIECE = 4096;

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

export async function gather(parts: AsyncIterable<Bytes>): Promise<Bytes> {
  const all: Bytes[] = [];
  for await (const part of parts) all.push(part);
  return concatBytes(...all);
}

const asFile = (bytes: Bytes): SourceFile => ({
  name: 'a.candor-backup',
  size: bytes.length,
  read: async (from, to) => bytes.slice(from, to),
});

/** A log with its own writer, as on one machine. */
export interface Install {
  readonly log: TestLog;
  readonly options: LogOptions;
}

export const backUp = ({ log }: Pick<Install, 'log'>): Promise<Bytes> =>
  gather(log.backup({ passphrase: PASSPHRASE, randomBytes, iterations: 10, piece: PIECE }));

export const restoreInto = ({ log, options }: Install, backup: Bytes, more: Partial<RestoreOptions> = {}) =>
  restoreBackup({
    name: options.name,
    subtle: crypto.subtle,
    randomBytes,
    file: asFile(backup),
    passphrase: PASSPHRASE,
    takeIn: (restored, as) => log.takeIn(restored, as),
    ...more,
  });

/** How a restore that is refused says so. */
export const refusalOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'restored',
    (error: unknown) => (error instanceof RestoreError ? error.code : String(error)),
  );

const KEEP = { keepText: true };

/** One post of three entries, with texts that are kept. */
export async function post(log: TestLog, number: number, text = `Text of post ${number}`): Promise<void> {
  const identity = { name: 'Ada', organisation: 'Lighthouses' };
  await log.append(held(number, { address: 'https://x.example/' }), [{ what: 'draft', text }], KEEP);
  await log.append(
    held(number, { event: 'post.approved', role: 'assisted', identity }),
    [{ what: 'final', text: `${text}, labelled` }],
    KEEP,
  );
  await log.append({ event: 'post.released', post: uuid(number) });
}

export async function open(options: LogOptions): Promise<Install> {
  return { log: (await openWithArchive(options)).log, options };
}

export async function install(posts = 0): Promise<Install> {
  const made = await open(testOptions());
  for (let number = 1; number <= posts; number += 1) await post(made.log, number);
  return made;
}

/** What a log is; its catalogue may go at any time. */
export async function entriesOf(name: string) {
  const { meta: _m, catalogue: _c, tallies: _t, ...stores } = await dump(name);
  return stores;
}

/** All that lies on disk under the name of this log, whatever the databases are called. */
export async function everything(name: string): Promise<Record<string, unknown>> {
  const all = (await indexedDB.databases()).map((database) => database.name ?? '');
  const own = all.filter((each) => each === name || each.startsWith(`${name}+`));
  const dumps = await Promise.all(own.sort().map(async (each) => [each, await entriesOf(each)] as const));
  return Object.fromEntries(dumps);
}

/** Gives what puts the database back as it is now, the key included, as a copy of the profile does. */
export async function copyProfile(name: string): Promise<() => Promise<void>> {
  const database = await openDB(name);
  const stores = [...database.objectStoreNames];
  const copies = await Promise.all(
    stores.map(async (store) => {
      const keys = await database.getAllKeys(store);
      const values = await database.getAll(store);
      return { store, rows: keys.map((key, at) => ({ key, value: values[at] })) };
    }),
  );
  database.close();
  return async () => {
    const again = await openDB(name);
    const tx = again.transaction(stores, 'readwrite');
    for (const { store, rows } of copies) {
      const target = tx.objectStore(store);
      void target.clear();
      for (const { key, value } of rows) void target.put(value, target.keyPath === null ? key : undefined);
    }
    await tx.done;
    again.close();
  };
}

/** An installation that was put back to `before` posts, and a backup of it when it had `after`. */
export async function putBack(before: number, after: number): Promise<{ back: Install; backup: Bytes }> {
  const first = await install(before);
  await first.log.close();
  const restoreProfile = await copyProfile(first.options.name);
  const later = await open(first.options);
  for (let number = before + 1; number <= after; number += 1) await post(later.log, number);
  const backup = await backUp(later);
  await later.log.close();
  await restoreProfile();
  return { back: await open(first.options), backup };
}
