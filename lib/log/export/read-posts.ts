import type { LogEntry } from '#lib/model/log-entry.ts';
import type { ExportChoice } from '#lib/model/log-export.ts';
import { type LogDatabase, type PostRow, TILE_SIZE } from '../database.ts';
import { keptText } from '../kept-text.ts';
import { parseEntry, readTile, type StoredEntry, tileOf } from '../stored-log.ts';
import { isInPeriod } from './read-chosen.ts';

/** One post with all its entries. */
export interface ExportPost {
  readonly row: PostRow;
  /** Oldest first. */
  readonly entries: readonly LogEntry[];
  /** The text as it went out, or as far as it came; missing where it is not kept or not asked for. */
  readonly text: string | undefined;
  /** What the entries say of that text. */
  readonly digest: string | undefined;
}

/** Posts read in one transaction. */
const BATCH = 100;
/** Tiles kept: the entries of a post lie close together, those of the next one close by. */
const TILES_KEPT = 8;

const SHOWN = ['final', 'draft', 'sent'];

/** Reads entries of posts, one tile for many. */
class EntryCache {
  readonly #tiles = new Map<number, readonly StoredEntry[]>();
  readonly #database: LogDatabase;

  constructor(database: LogDatabase) {
    this.#database = database;
  }

  async entry(index: number): Promise<LogEntry[]> {
    const tile = tileOf(index);
    const entries = this.#tiles.get(tile) ?? (await this.#read(tile));
    const stored = entries[index % TILE_SIZE];
    return stored ? [parseEntry(stored)] : [];
  }

  async #read(tile: number): Promise<readonly StoredEntry[]> {
    const entries = await readTile(this.#database.transaction(['entries', 'tiles']), tile);
    this.#tiles.set(tile, entries);
    const [oldest] = this.#tiles.keys();
    if (this.#tiles.size > TILES_KEPT && oldest !== undefined) this.#tiles.delete(oldest);
    return entries;
  }
}

const isChosen = ({ time, facts }: PostRow, choice: ExportChoice): boolean =>
  isInPeriod(time, choice) &&
  (choice.sites === undefined || (facts.site !== undefined && choice.sites.includes(facts.site)));

/**
 * The next posts, newest first: those of them that were chosen, and where to go on. `from`: what the last answer gave as
 * `next`, nothing at the beginning; no `next`: that was all.
 */
export async function readChosenPosts(
  database: LogDatabase,
  from: number | undefined,
  choice: ExportChoice,
): Promise<{ posts: ExportPost[]; next: number | undefined }> {
  const range = from === undefined ? null : IDBKeyRange.lowerBound(from, true);
  const rows = await database.getAllFromIndex('posts', 'order', range, BATCH);
  const cache = new EntryCache(database);
  const posts: ExportPost[] = [];
  for (const row of rows.filter((each) => isChosen(each, choice))) {
    const entries: LogEntry[] = [];
    for (const index of row.entries) entries.push(...(await cache.entry(index)));
    const shown = SHOWN.map((what) => row.contents.findLast((content) => content.what === what)).find(
      Boolean,
    );
    const kept =
      shown && choice.texts !== 'digests' ? await database.get('contents', shown.digest) : undefined;
    posts.push({ row, entries, text: keptText(kept)?.text, digest: shown?.digest });
  }
  return { posts, next: rows.length < BATCH ? undefined : rows.at(-1)?.order };
}

export interface PostCounts {
  posts: number;
  overrides: number;
  /** Nobody let them go, or another text went out than the approved one. */
  pastGate: number;
}

/** What the chosen posts come to; reads no entry. */
export async function countChosenPosts(database: LogDatabase, choice: ExportChoice): Promise<PostCounts> {
  const counts: PostCounts = { posts: 0, overrides: 0, pastGate: 0 };
  let from: number | undefined;
  do {
    const range = from === undefined ? null : IDBKeyRange.lowerBound(from, true);
    const rows = await database.getAllFromIndex('posts', 'order', range, BATCH);
    for (const row of rows.filter((each) => isChosen(each, choice))) {
      counts.posts += 1;
      if (row.events.includes('post.overridden')) counts.overrides += 1;
      if (row.events.includes('post.bypassed') || row.events.includes('post.altered')) counts.pastGate += 1;
    }
    from = rows.length < BATCH ? undefined : rows.at(-1)?.order;
  } while (from !== undefined);
  return counts;
}
