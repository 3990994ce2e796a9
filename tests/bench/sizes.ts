import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createMeasure, type Measure } from './measure.ts';

const raw = (file: Buffer): number => file.length;
const gzipped = (file: Buffer): number => gzipSync(file, { level: 9 }).length;

/** What is loaded, in bytes, against the most it may be. */
const LIMITS = [
  { file: 'gate.js', what: 'raw', sizeOf: raw, limit: 100_000 },
  // With the definitions of all sites.
  { file: 'gate.js', what: 'gzip', sizeOf: gzipped, limit: 30_000 },
  // In the page's own world, before its first script.
  { file: 'request-guard.js', what: 'gzip', sizeOf: gzipped, limit: 5_000 },
  { file: 'background.js', what: 'raw', sizeOf: raw, limit: 300_000 },
] as const;

/** The sizes of the built scripts; the floor of each is its limit. */
export const measureSizes = (extension: string): Promise<Measure[]> =>
  Promise.all(
    LIMITS.map(async ({ file, what, sizeOf, limit }) =>
      createMeasure(
        { group: 'gate', name: `${file} ${what}`, unit: 'B', limit, limits: 'value' },
        { values: [sizeOf(await readFile(join(extension, file)))], floors: [limit] },
      ),
    ),
  );
