import type { LogEntry } from '#lib/model/log-entry.ts';
import type { ExportChoice } from '#lib/model/log-export.ts';
import type { LogDatabase, LogTransaction, StoreName } from '../database.ts';
import { TILE_SIZE } from '../database.ts';
import type { Hash } from '../hash.ts';
import { keptText } from '../kept-text.ts';
import { LogError } from '../log-error.ts';
import { parseEntry, readLeaves, readTile, type StoredEntry } from '../stored-log.ts';

type Reading = LogTransaction<'readonly'>;

/** A text that is kept beside an entry. */
export interface KeptText {
  readonly what: string;
  /** Base64. */
  readonly salt: string;
  readonly text: string;
}

export interface ChosenEntry {
  readonly is: 'chosen';
  readonly index: number;
  readonly stored: StoredEntry;
  /** Empty where texts are not asked for. */
  readonly texts: readonly KeptText[];
}

/** In the order of the log. */
export type ExportEntry =
  | ChosenEntry
  | { readonly is: 'omitted'; readonly index: number; readonly leaf: Hash };

const STORES: StoreName[] = ['entries', 'tiles', 'leaves', 'posts', 'contents'];

export const isNarrowed = ({ from, until, sites }: ExportChoice): boolean =>
  from !== undefined || until !== undefined || sites !== undefined;

export const isInPeriod = (
  time: number,
  { from = 0, until = Number.POSITIVE_INFINITY }: ExportChoice,
): boolean => time >= from && time < until;

/** The site of an entry: only the first ones of a post say it. */
const siteOf = async (tx: Reading, { site, post }: LogEntry): Promise<string | undefined> =>
  site ?? (post === undefined ? undefined : (await tx.objectStore('posts').get(post))?.facts.site);

async function isChosen(tx: Reading, entry: LogEntry, choice: ExportChoice): Promise<boolean> {
  if (!isInPeriod(entry.time, choice)) return false;
  if (choice.sites === undefined) return true;
  const site = await siteOf(tx, entry);
  return site !== undefined && choice.sites.includes(site);
}

async function textsOf(tx: Reading, { contents = [] }: LogEntry): Promise<KeptText[]> {
  const rows = await Promise.all(contents.map(({ digest }) => tx.objectStore('contents').get(digest)));
  return contents.flatMap(({ what }, at) => {
    const row = keptText(rows[at]);
    return row ? [{ what, salt: row.salt, text: row.text }] : [];
  });
}

/** The entries of one tile below `end`, those that were chosen with what is wanted of them. One transaction. */
export async function readChosen(
  database: LogDatabase,
  tile: number,
  end: number,
  choice: ExportChoice,
): Promise<ExportEntry[]> {
  const tx = database.transaction(STORES);
  const start = tile * TILE_SIZE;
  const stored = (await readTile(tx, tile)).slice(0, end - start);
  if (stored.length !== Math.min(TILE_SIZE, end - start))
    throw new LogError('corrupt', `entries of tile ${tile} are missing`);
  const withTexts = choice.texts !== 'digests';
  // Parsing costs most of an export, and a whole one without texts needs none.
  const entries = isNarrowed(choice) || withTexts ? stored.map(parseEntry) : [];
  const chosen = isNarrowed(choice)
    ? await Promise.all(entries.map((entry) => isChosen(tx, entry, choice)))
    : stored.map(() => true);
  const leaves = chosen.includes(false) ? await readLeaves(tx, tile) : [];
  const texts = await Promise.all(
    entries.map((entry, at) => (withTexts && chosen[at] ? textsOf(tx, entry) : [])),
  );
  return stored.map((each, at): ExportEntry => {
    const index = start + at;
    if (chosen[at]) return { is: 'chosen', index, stored: each, texts: texts[at] ?? [] };
    const leaf = leaves[at];
    if (!leaf) throw new LogError('corrupt', `no leaf hash of entry ${index}`);
    return { is: 'omitted', index, leaf };
  });
}
