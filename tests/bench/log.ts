import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '#lib/log/bytes.ts';
import { readLines } from '#lib/log/source-file.ts';
import { verifyExport } from '#lib/log/verify.ts';
import { createDigest } from '#lib/log/web-crypto.ts';
import {
  createEntries,
  createExport,
  createSampleSigner,
  linkEntries,
  verifySignature,
} from '#tests/log/sample-log.ts';
import { createMeasure, type Measure, type Samples, sampleInterleaved, timed } from './measure.ts';

const ENTRIES = 10_000;
const SAMPLES = 31;
const WARM_UP = 5;

/** Members of an ordinary entry, so that it has the length of one. */
const USUAL = {
  composer: 'post',
  kind: 'post',
  address: 'https://x.com/home',
  role: 'generated-reviewed',
  policy: { id: 'creator', version: '1' },
  findings: [{ rule: 'ai-label', level: 'require', code: 'labelMissing', fix: 'add-label' }],
  contents: [{ what: 'draft', digest: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=', length: 212 }],
};

/** The measures of the log that need no browser: verification against the hash library alone. */
export async function benchLog(): Promise<Measure[]> {
  const entries = createEntries(ENTRIES).map((entry) => ({ ...entry, ...USUAL }));
  const lines = linkEntries(entries);
  const log = await createExport(lines, await createSampleSigner());
  const bytes = lines.map(utf8);
  const whole = utf8(log.map((line) => `${line}\n`).join(''));
  const file = {
    name: 'log.jsonl',
    size: whole.length,
    read: async (from: number, to: number) => whole.slice(from, to),
  };

  const samples = await sampleInterleaved(
    SAMPLES,
    WARM_UP,
    () =>
      timed(async () => {
        const { ok } = await verifyExport(readLines(file), {
          verifySignature,
          digest: createDigest(crypto.subtle),
        });
        if (!ok) throw new Error('the log of the benchmark does not verify');
      }),
    () =>
      timed(() => {
        for (const entry of bytes) sha256(entry);
      }),
  );
  return [
    createMeasure(
      {
        group: 'log',
        name: `verify ${ENTRIES} entries / SHA-256 of their bytes`,
        unit: 'ms',
        limit: 3,
        limits: 'ratio',
      },
      samples,
    ),
  ];
}

/** The line for what `appendSamples` took in a page of the extension. */
export const appendMeasure = (browser: string, samples: Samples): Measure =>
  createMeasure(
    { group: 'log', name: `append / raw strict write, ${browser}`, unit: 'ms', limit: 2, limits: 'ratio' },
    samples,
  );
