import type { SourceRow, Transaction } from './database.ts';
import { countPictures } from './pictures.ts';
import type { Overview, SourceOverview } from './store-contract.ts';

export const DAY = 24 * 60 * 60 * 1000;

/** On disk, as measured in Chromium: list (hash, position), index (half a hash, owner, position), and what the database adds. */
const BYTES_PER_FINGERPRINT = 25;
/** Its rows and their keys. */
const BYTES_PER_GENERATION = 1000;
const BYTES_PER_CODE_UNIT = 2;
const BYTES_PER_PICTURE = 600;

const bytesOf = ({ generations, postings, keptText }: SourceRow): number =>
  postings * BYTES_PER_FINGERPRINT + generations * BYTES_PER_GENERATION + keptText * BYTES_PER_CODE_UNIT;

interface Totals extends Pick<SourceOverview, 'source' | 'sourceName' | 'newest' | 'oldest'> {
  readonly row?: SourceRow;
  readonly pictures: number;
}

async function describe(tx: Transaction, row: SourceRow): Promise<Totals> {
  const { source, sourceName } = row;
  const byTime = tx.objectStore('generations').index('source');
  const range = IDBKeyRange.bound([source], [source, []]);
  const [first, last] = await Promise.all([byTime.openKeyCursor(range), byTime.openKeyCursor(range, 'prev')]);
  return { source, sourceName, row, pictures: 0, oldest: first?.key[1] ?? 0, newest: last?.key[1] ?? 0 };
}

/** Answers and pictures of one source. */
const join = (one: Totals, other: Totals | undefined): Totals => ({
  ...one,
  ...other,
  pictures: one.pictures + (other?.pictures ?? 0),
  newest: Math.max(one.newest, other?.newest ?? 0),
  oldest: Math.min(one.oldest, other?.oldest ?? one.oldest),
});

export async function readOverview(tx: Transaction, retentionDays: number): Promise<Overview> {
  const rows = await tx.objectStore('sources').getAll();
  const [answers, pictures] = await Promise.all([
    Promise.all(rows.map((row) => describe(tx, row))),
    countPictures(tx),
  ]);
  const all = new Map<string, Totals>();
  for (const one of [...pictures, ...answers]) all.set(one.source, join(one, all.get(one.source)));
  const sources = [...all.values()].map(
    ({ row, ...totals }): SourceOverview => ({
      ...totals,
      generations: row?.generations ?? 0,
      expiresAt: totals.newest + retentionDays * DAY,
      bytes: (row ? bytesOf(row) : 0) + totals.pictures * BYTES_PER_PICTURE,
    }),
  );
  const sum = (count: (row: SourceOverview) => number) =>
    sources.reduce((total, source) => total + count(source), 0);
  return {
    sources: sources.toSorted((a, b) => b.newest - a.newest),
    generations: sum(({ generations }) => generations),
    pictures: sum(({ pictures: count }) => count),
    fingerprints: rows.reduce((total, { postings }) => total + postings, 0),
    bytes: sum(({ bytes }) => bytes),
  };
}
