import { openDB } from 'idb';
import { openLogReader } from '#lib/log/open-log-reader.ts';
import { type Samples, sampleInterleaved, timed } from './measure.ts';

/**
 * Milliseconds of an export of the whole log as JSON Lines, up to the bytes that are handed to the file, against reading
 * every row of the same store one after the other.
 */
export async function exportSamples(name: string, count: number, warmUp: number): Promise<Samples> {
  const log = openLogReader({ name, crypto });
  const database = await openDB(name);

  async function exportAll(): Promise<void> {
    let bytes = 0;
    for await (const lines of log.exportLines({ texts: 'digests', names: 'shown' }))
      bytes += lines.bytes.length;
    if (bytes < 1_000_000) throw new Error('the export of the benchmark is too short');
  }

  async function readAll(): Promise<void> {
    const tiles = await database.count('tiles');
    let bytes = 0;
    for (let tile = 0; tile < tiles; tile += 1) bytes += (await database.get('tiles', tile)).bytes.length;
    for (const row of await database.getAll('entries')) bytes += row.bytes.length;
    if (bytes < 1_000_000) throw new Error('the log of the benchmark is too short');
  }

  const samples = await sampleInterleaved(
    count,
    warmUp,
    () => timed(exportAll),
    () => timed(readAll),
  );
  await log.close();
  database.close();
  return samples;
}
