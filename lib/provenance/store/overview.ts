import type { SourceRow, Transaction } from './database.ts';
import type { Overview, SourceOverview } from './store-contract.ts';

export const DAY = 24 * 60 * 60 * 1000;

/** On disk, as measured in Chromium: list (hash, position), index (half a hash, owner, position), and what the database adds. */
const BYTES_PER_FINGERPRINT = 25;
/** Its rows and their keys. */
const BYTES_PER_GENERATION = 1000;
const BYTES_PER_CODE_UNIT = 2;

const bytesOf = ({ generations, postings, keptText }: SourceRow): number =>
  postings * BYTES_PER_FINGERPRINT + generations * BYTES_PER_GENERATION + keptText * BYTES_PER_CODE_UNIT;

async function describe(tx: Transaction, row: SourceRow, retentionDays: number): Promise<SourceOverview> {
  const { source, sourceName, generations } = row;
  const byTime = tx.objectStore('generations').index('source');
  const range = IDBKeyRange.bound([source], [source, []]);
  const [first, last] = await Promise.all([byTime.openKeyCursor(range), byTime.openKeyCursor(range, 'prev')]);
  const oldest = first?.key[1] ?? 0;
  const newest = last?.key[1] ?? 0;
  const expiresAt = newest + retentionDays * DAY;
  return { source, sourceName, generations, oldest, newest, expiresAt, bytes: bytesOf(row) };
}

export async function readOverview(tx: Transaction, retentionDays: number): Promise<Overview> {
  const rows = await tx.objectStore('sources').getAll();
  const sources = await Promise.all(rows.map((row) => describe(tx, row, retentionDays)));
  const sum = (count: (row: SourceRow) => number) => rows.reduce((total, row) => total + count(row), 0);
  return {
    sources: sources.toSorted((a, b) => b.newest - a.newest),
    generations: sum(({ generations }) => generations),
    fingerprints: sum(({ postings }) => postings),
    bytes: sum(bytesOf),
  };
}
