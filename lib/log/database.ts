import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type OpenDBCallbacks,
  openDB,
  type StoreNames,
} from 'idb';
import type { LogEntry, LogEvent } from '#lib/model/log-entry.ts';
import type { Bytes } from './bytes.ts';
import type { Hash } from './hash.ts';
import { LogError, toLogError } from './log-error.ts';
import type { Opening } from './private-facts.ts';
import type { KeyRecord } from './web-crypto.ts';

/** Raise together with a step in `upgrade` and a fixture of the version before. */
export const VERSION = 2;

/** Entries in one sealed tile. */
export const TILE_SIZE = 256;

/** An entry that is not sealed yet. */
export interface EntryRow {
  /** Canonical bytes. */
  readonly bytes: Bytes;
  readonly leaf: Hash;
  /** What opens the entry's `private`; missing where it has none. */
  readonly opening?: Opening;
  /** Peaks of the tree up to and with this entry, one after the other: the newest row is the head of the log. */
  readonly peaks: Bytes;
}

/** 256 entries in one row: their bytes one after the other, how long each is, and likewise what opens their `private`. */
export interface TileRow {
  readonly bytes: Bytes;
  readonly lengths: Uint32Array<ArrayBuffer>;
  readonly openings: Bytes;
  /** 0 for an entry without. */
  readonly openingLengths: Uint32Array<ArrayBuffer>;
}

/** What one post has come to: derived from its entries, so that lists need not read them. */
export interface PostRow {
  readonly post: string;
  /** Minus the index of the first entry: the newest post has the smallest. */
  readonly order: number;
  /** All entries of the post, oldest first. */
  readonly entries: readonly number[];
  readonly events: readonly LogEvent[];
  /** Of the first entry. */
  readonly time: number;
  /** 1 while released without an outcome; missing otherwise, so that the index holds only these. */
  readonly open?: 1;
  /** Newest stated value of each. */
  readonly facts: Pick<
    LogEntry,
    'site' | 'kind' | 'role' | 'permalink' | 'partLinks' | 'identity' | 'address' | 'drift'
  >;
  readonly contents: readonly { readonly what: string; readonly digest: string; readonly index: number }[];
}

export interface ContentRow {
  /** Base64. */
  readonly salt: string;
  readonly text: string;
  /** Of the entry that commits to it: erasing by age goes by this. */
  readonly time: number;
}

/** What stays in the place of an erased text. */
export interface ErasedRow {
  /** When, milliseconds since 1970. */
  readonly erased: number;
}

/**
 * What the catalogue holds of the posts that began in one stretch of the log, oldest first. Derived from entries and
 * posts and made again wherever it is missing, so its rows may go at any time.
 */
export interface ShelfRow {
  /** Indexes of the first entries, from the first of the stretch. */
  readonly starts: Uint16Array<ArrayBuffer>;
  /** When each began. */
  readonly times: Float64Array<ArrayBuffer>;
  /** All tags that occur. */
  readonly names: readonly string[];
  /** Tags of all posts, one after the other, by their place in `names`; and how many each post has. */
  readonly tags: Uint16Array<ArrayBuffer>;
  readonly lengths: Uint16Array<ArrayBuffer>;
}

/** How often each tag occurs on one shelf, by the week in which the posts began. */
export interface TallyRow {
  readonly shelf: number;
  /** As `start` of LogWeek. */
  readonly weeks: Float64Array<ArrayBuffer>;
  readonly names: readonly string[];
  /** For each week one number for each name. */
  readonly counts: Uint32Array<ArrayBuffer>;
}

/** How far the catalogue goes. */
export interface CatalogueMark {
  /** Number of entries that are in it. */
  readonly size: number;
  /** Leaf hash of the last of them: other entries make it worthless. */
  readonly leaf: Hash;
}

export interface LogSchema extends DBSchema {
  /** By index. Those not sealed yet; never empty once there was an entry. */
  entries: { key: number; value: EntryRow };
  /** By tile number. */
  tiles: { key: number; value: TileRow };
  /** By tile number: the 256 leaf hashes, one after the other. */
  leaves: { key: number; value: Bytes };
  /** Roots of complete subtrees from a tile upwards, by level (8 is a tile) and position. */
  nodes: { key: [number, number]; value: Hash };
  posts: { key: string; value: PostRow; indexes: { order: number; open: number } };
  /** By digest, base64. Rows may go at any time without touching the log. */
  contents: { key: string; value: ContentRow | ErasedRow };
  meta: { key: string; value: KeyRecord | CatalogueMark | string };
  /** By shelf. */
  catalogue: { key: number; value: ShelfRow };
  tallies: { key: number; value: TallyRow };
}

export type LogDatabase = IDBPDatabase<LogSchema>;
export type StoreName = StoreNames<LogSchema>;
export type LogTransaction<Mode extends IDBTransactionMode> = IDBPTransaction<LogSchema, StoreName[], Mode>;

export const META = {
  key: 'key',
  /** Verifier key, as text: it outlives the key itself. */
  verifierKey: 'verifier-key',
  checkpoint: 'checkpoint',
  catalogued: 'catalogued',
  /** Name of the database in which the log goes on; see `former-log`. */
  successor: 'successor',
  /** Names of the databases in which other logs lie that were brought here from backups; JSON list. */
  restored: 'restored',
} as const;

/** Runs in one `versionchange` transaction: all of it or nothing. */
function upgrade(
  database: LogDatabase,
  from: number,
  tx: Pick<LogTransaction<'versionchange'>, 'done'>,
): void {
  // Whoever opens hears of the failure.
  tx.done.catch(() => {});
  if (from < 1) {
    database.createObjectStore('entries');
    database.createObjectStore('tiles');
    database.createObjectStore('leaves');
    database.createObjectStore('nodes');
    const posts = database.createObjectStore('posts', { keyPath: 'post' });
    posts.createIndex('order', 'order');
    posts.createIndex('open', 'open');
    database.createObjectStore('contents');
    database.createObjectStore('meta');
  }
  if (from < 2) {
    // Empty: filled from the entries afterwards, so that an upgrade is over at once.
    database.createObjectStore('catalogue');
    database.createObjectStore('tallies', { keyPath: 'shelf' });
  }
}

/** Opens the database. `onClosed` is called when the connection ends by itself. Nothing is ever deleted here. */
export async function openDatabase(name: string, onClosed: () => void): Promise<LogDatabase> {
  let refuse: (error: LogError) => void = () => {};
  const blocked = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  let opening: Promise<LogDatabase> | undefined;
  try {
    opening = openDB<LogSchema>(name, VERSION, {
      ...standAside(onClosed),
      upgrade: (database, from, _, tx) => upgrade(database, from, tx),
      blocked: () => refuse(new LogError('blocked', 'an older version of the database is open elsewhere')),
    });
    return await Promise.race([opening, blocked]);
  } catch (error) {
    // A connection that comes after all must not block others.
    opening?.then(
      (late) => late.close(),
      () => {},
    );
    throw isRefusal(error) ? new LogError('refused', String(error), error) : toLogError(error);
  }
}

/** How Firefox 153 answers an extension where all windows are private. */
const isRefusal = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'InvalidStateError';

/** Lets a newer Candor upgrade, and notices when the browser ends the connection. */
function standAside(onClosed: () => void): Pick<OpenDBCallbacks<LogSchema>, 'blocking' | 'terminated'> {
  return {
    blocking: (_, __, event) => {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  };
}

/** Opens a database of a newer version as it is, for reading. */
export async function openNewerDatabase(name: string, onClosed: () => void): Promise<LogDatabase> {
  try {
    return await openDB<LogSchema>(name, undefined, standAside(onClosed));
  } catch (error) {
    throw toLogError(error);
  }
}
