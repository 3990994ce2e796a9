import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { Generation } from '#lib/model/generation.ts';
import { ProvenanceError } from './provenance-error.ts';

/** Raise together with a step in `upgrade` and a fixture of the version before. */
const VERSION = 2;

/** An ordinary buffer of its own, as IndexedDB wants it: a view would store all of what it looks into. */
export type Numbers = Uint32Array<ArrayBuffer>;

/** One generation, without its fingerprints. */
export interface GenerationRow extends Generation {
  /** Keyed digest of the source and the fingerprints in the order of the text, hex: an answer met again is recognised by it. */
  readonly digest: string;
  /** Length of the normalised text. */
  readonly normalisedLength: number;
  /** Fingerprints in its list, those of the person's prompts included. */
  readonly postings: number;
  /** UTF-16 code units of the kept text; 0 where none is kept. */
  readonly keptText: number;
}

/** The fingerprints of one generation: what the index is made from. Never changed, only added and deleted. */
export interface ListRow {
  /** Ascending; equal ones in the order of the text. */
  readonly hashes: Numbers;
  /** Where each stands in the normalised text. */
  readonly positions: Numbers;
  /** Fingerprints of what the person had asked, ascending, each once. */
  readonly own: Numbers;
  readonly check: number;
}

export interface TextRow {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Part of the index: all fingerprints with the same first bits, ascending. */
export interface HashesRow {
  /** The last 16 bits of each; one more where the number is odd. */
  readonly lows: Uint16Array<ArrayBuffer>;
  /** Where the hashes with the same 8 bits before these begin, and how many there are in all. */
  readonly starts: Numbers;
  readonly check: number;
}

/** What belongs to the fingerprints of the part with the same key, one by one. Read for hits only. */
export interface PlacesRow {
  /** Generation ids. */
  readonly owners: Numbers;
  /** In the normalised text; `OWN` for a fingerprint of the person's prompt. */
  readonly positions: Numbers;
  readonly check: number;
}

/** One picture that an AI tool made. All marks are keyed with the secret: neither picture nor address can be read from them. */
export interface PictureRow {
  readonly id: number;
  readonly source: string;
  readonly sourceName: string;
  readonly model?: string;
  readonly conversation?: string;
  /** When it was met last, milliseconds since 1970. */
  readonly time: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Digest of its address, hex. Missing for one that had none. */
  readonly address?: string;
  /** `PictureLook`, where the page could read it. */
  readonly digest?: string;
  readonly bits?: Numbers;
}

/** Running totals of one source. */
export interface SourceRow {
  readonly source: string;
  readonly sourceName: string;
  readonly generations: number;
  readonly postings: number;
  readonly keptText: number;
}

/** Made when the database is. Fingerprints are keyed with it; it leaves the database for that only. */
export interface SecretRow {
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly check: number;
}

/** Epoch of the index and number of the part. */
export type PartKey = [epoch: number, part: number];

export interface ProvenanceSchema extends DBSchema {
  generations: {
    key: number;
    value: GenerationRow;
    indexes: { digest: string; time: number; source: [string, number] };
  };
  /** By generation id. */
  lists: { key: number; value: ListRow };
  /** By generation id. Rows may go at any time. */
  texts: { key: number; value: TextRow; indexes: { until: number } };
  pictures: { key: number; value: PictureRow; indexes: { time: number; source: [string, number] } };
  sources: { key: string; value: SourceRow };
  hashes: { key: PartKey; value: HashesRow };
  places: { key: PartKey; value: PlacesRow };
  /** Ids of generations that are gone but still in the index. */
  gone: { key: number; value: true };
  /** `secret` and `state`. What is read from here is checked. */
  meta: { key: string; value: unknown };
}

export type ProvenanceDatabase = IDBPDatabase<ProvenanceSchema>;
export type StoreName = StoreNames<ProvenanceSchema>;
export type Transaction<Mode extends IDBTransactionMode = IDBTransactionMode> = IDBPTransaction<
  ProvenanceSchema,
  StoreName[],
  Mode
>;

/** Rows of `meta` in a new database. */
export type FirstRows = () => Readonly<Record<string, unknown>>;

/** Runs in one `versionchange` transaction: all of it or nothing. A database without its first rows is a damaged one. */
function upgrade(database: ProvenanceDatabase, from: number, firstRows: FirstRows): void {
  if (from < 1) {
    const generations = database.createObjectStore('generations', { keyPath: 'id' });
    generations.createIndex('digest', 'digest', { unique: true });
    generations.createIndex('time', 'time');
    generations.createIndex('source', ['source', 'time']);
    database.createObjectStore('lists');
    database.createObjectStore('texts').createIndex('until', 'until');
    database.createObjectStore('sources', { keyPath: 'source' });
    database.createObjectStore('hashes');
    database.createObjectStore('places');
    database.createObjectStore('gone');
    const meta = database.createObjectStore('meta');
    for (const [key, row] of Object.entries(firstRows())) void meta.put(row, key);
  }
  if (from < 2) {
    const pictures = database.createObjectStore('pictures', { keyPath: 'id', autoIncrement: true });
    pictures.createIndex('time', 'time');
    pictures.createIndex('source', ['source', 'time']);
  }
}

/** Opens the database. `onClosed` is called when the connection ends by itself. */
export async function openDatabase(
  name: string,
  firstRows: FirstRows,
  onClosed: () => void,
): Promise<ProvenanceDatabase> {
  let refuse: (error: ProvenanceError) => void = () => {};
  const blocked = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  const opening = openDB<ProvenanceSchema>(name, VERSION, {
    upgrade: (database, from) => upgrade(database, from, firstRows),
    blocked: () =>
      refuse(new ProvenanceError('unreadable', 'an older version of the database is open elsewhere')),
    // Lets a newer Candor upgrade.
    blocking: (_, __, event) => {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
  try {
    return await Promise.race([opening, blocked]);
  } catch (error) {
    // A connection that comes after all must not block others.
    opening.then(
      (late) => late.close(),
      () => {},
    );
    throw error;
  }
}
