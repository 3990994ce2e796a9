import type { LogEntry } from '#lib/model/log-entry.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { type Bytes, concatBytes, startsWith, toBase64, utf8 } from '../bytes.ts';
import type { ChainWalk } from '../chain-walk.ts';
import {
  type EntryRow,
  type LogDatabase,
  META,
  type PostRow,
  type StoreName,
  TILE_SIZE,
} from '../database.ts';
import { CONTENT_START, PRIVATE_START, parseContent } from '../export-lines.ts';
import { contentDigest } from '../hash.ts';
import { parsePrivate } from '../optional-lines.ts';
import { extendPost } from '../post-rows.ts';
import { addTile } from '../seal.ts';
import { parseEntry } from '../stored-log.ts';
import { textOf } from '../whole-lines.ts';
import type { Erasure } from './erasure-lines.ts';
import { noteErasures } from './kept-erasures.ts';
import type { BackupHead, BackupVisitor } from './read-backup.ts';
import { RestoreError } from './restore-error.ts';

const STORES: StoreName[] = ['entries', 'tiles', 'leaves', 'nodes', 'posts', 'contents', 'meta'];

const PRIVATE = utf8(PRIVATE_START);
const CONTENT = utf8(CONTENT_START);

interface Waiting extends EntryRow {
  opening?: Bytes;
  readonly texts: { readonly digest: string; readonly salt: string; readonly text: string }[];
}

/**
 * Writes what a backup holds into an empty database, as appends and sealing would have left it; one transaction a tile.
 * The catalogue is left to catch up.
 */
export class BackupPlacer implements BackupVisitor {
  readonly #database: LogDatabase;
  #waiting: Waiting[] = [];
  #erasures: Erasure[] = [];
  #size = 0;

  constructor(database: LogDatabase) {
    this.#database = database;
  }

  line(line: Bytes, { peaks, leaf }: ChainWalk): void {
    const newest = this.#waiting.at(-1);
    if (leaf && peaks.size > this.#size) {
      this.#size = peaks.size;
      this.#waiting.push({ bytes: line.slice(), leaf, peaks: concatBytes(...peaks.hashes), texts: [] });
    } else if (newest && startsWith(line, PRIVATE)) newest.opening = openingIn(line);
    else if (newest && startsWith(line, CONTENT)) newest.texts.push(textIn(textOf(line)));
  }

  erasures(erasures: readonly Erasure[]): void {
    this.#erasures.push(...erasures);
  }

  /** The newest entry stays: what lies beside it may follow, and it is never in a tile. */
  async rest(): Promise<void> {
    while (this.#waiting.length > TILE_SIZE) {
      const rows = this.#waiting.slice(0, TILE_SIZE);
      const tile = (this.#size - this.#waiting.length) / TILE_SIZE;
      await this.#write(rows, { tile });
      this.#waiting = this.#waiting.slice(TILE_SIZE);
    }
    const erasures = this.#erasures;
    this.#erasures = [];
    await noteErasures(this.#database, erasures);
  }

  /** What has no tile yet, and last of all what makes it a log. */
  async finish({ key, checkpoint }: BackupHead): Promise<void> {
    await this.rest();
    await this.#write(this.#waiting, { from: this.#size - this.#waiting.length });
    this.#waiting = [];
    const tx = this.#database.transaction(['meta'] as StoreName[], 'readwrite', { durability: 'strict' });
    await allOrNothing(tx, (watch) => {
      watch(tx.objectStore('meta').put(key, META.verifierKey));
      watch(tx.objectStore('meta').put(checkpoint, META.checkpoint));
    });
  }

  async #write(rows: readonly Waiting[], to: { tile: number } | { from: number }): Promise<void> {
    const entries = rows.map(parseEntry);
    const tx = this.#database.transaction(STORES, 'readwrite', { durability: 'relaxed' });
    const [posts, contents] = [tx.objectStore('posts'), tx.objectStore('contents')];
    await allOrNothing(tx, async (watch) => {
      const ids = [...new Set(entries.flatMap(({ post = [] }) => post))];
      const found = await Promise.all(ids.map((post) => posts.get(post)));
      const known = new Map(found.flatMap((row) => (row ? [[row.post, row] as const] : [])));
      for (const row of extendAll(known, entries)) watch(posts.put(row));
      for (const [at, { texts }] of rows.entries())
        for (const { digest, ...kept } of texts)
          watch(contents.put({ ...kept, time: entries[at]?.time ?? 0 }, digest));
      if ('tile' in to) await addTile(tx, to.tile, rows, watch);
      else
        for (const [at, { texts: _, ...row }] of rows.entries())
          watch(tx.objectStore('entries').add(row, to.from + at));
    });
  }
}

function extendAll(known: Map<string, PostRow>, entries: readonly LogEntry[]): PostRow[] {
  const changed = new Map<string, PostRow>();
  for (const entry of entries) {
    const { post } = entry;
    if (post !== undefined) changed.set(post, extendPost(changed.get(post) ?? known.get(post), post, entry));
  }
  return [...changed.values()];
}

/** The walk has taken this line: it is as Candor writes it. */
function openingIn(line: Bytes): Bytes {
  const opened = parsePrivate(line);
  if (!opened) throw new RestoreError('damaged');
  return opened.opening;
}

function textIn(line: string): Waiting['texts'][number] {
  const content = parseContent(line);
  if (!content) throw new RestoreError('damaged');
  const { salt, text } = content;
  return { digest: toBase64(contentDigest(salt, text)), salt: toBase64(salt), text };
}
