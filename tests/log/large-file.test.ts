import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { toBase64, utf8 } from '#lib/log/bytes.ts';
import { canonicalText } from '#lib/log/canonical.ts';
import { signCheckpoint } from '#lib/log/checkpoint.ts';
import { formatCheckpointLine, formatHeader, formatManifest } from '#lib/log/export-lines.ts';
import { leafHash } from '#lib/log/hash.ts';
import { SectionDigest } from '#lib/log/manifest.ts';
import { addLeaf, NO_PEAKS, rootOf } from '#lib/log/peaks.ts';
import { formatVerifierKey } from '#lib/log/verifier-key.ts';
import { joinLines } from '#lib/log/whole-lines.ts';
import { createEntries, createSampleSigner } from './sample-log.ts';

/** Megabytes. The whole of it by hand: `CANDOR_LARGE=2048 npx vitest run --config tests/vitest.config.ts large-file`. */
const SIZE = Number(process.env.CANDOR_LARGE ?? 64);
const MEGABYTE = 1024 * 1024;
/** Megabytes of memory that the command line may take, whatever the file. */
const MOST = 300;

const CLI = fileURLToPath(new URL('../../lib/cli/verify.ts', import.meta.url));
const TELL_MEMORY = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS));",
)}`;

const folder = mkdtempSync(join(tmpdir(), 'candor-large-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** Written as it is made: at no time is the log in memory. */
async function writeLargeLog(path: string): Promise<number> {
  const signer = await createSampleSigner();
  const [first] = createEntries(1);
  const address = `https://x.com/${'a'.repeat(2000)}`;
  const file = openSync(path, 'w');
  const header = formatHeader(formatVerifierKey(signer.key));
  const sections = new SectionDigest();
  await sections.add(joinLines([header]));
  writeSync(file, `${header}\n`);
  let peaks = NO_PEAKS;
  let previous = '';
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    await sections.add(joinLines(batch));
    writeSync(file, batch.map((line) => `${line}\n`).join(''));
    batch = [];
  };
  for (let written = 0; written < SIZE * MEGABYTE; ) {
    const line = canonicalText({ ...first, address, index: peaks.size, previous });
    const leaf = leafHash(utf8(line));
    peaks = addLeaf(peaks, leaf);
    previous = toBase64(leaf);
    batch.push(line);
    written += line.length + 1;
    if (batch.length === 500) await flush();
  }
  const signed = await signCheckpoint({ size: peaks.size, root: rootOf(peaks) }, signer);
  await flush();
  writeSync(file, `${formatManifest(await sections.finish())}\n${formatCheckpointLine(signed)}\n`);
  closeSync(file);
  return peaks.size;
}

test(
  `a file of ${SIZE} MB is checked in less than ${MOST} MB of memory`,
  async () => {
    const path = join(folder, 'large.jsonl');
    const entries = await writeLargeLog(path);
    expect(statSync(path).size).toBeGreaterThan(SIZE * MEGABYTE);
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', TELL_MEMORY, CLI, path], {
      encoding: 'utf8',
    });
    const seconds = (performance.now() - start) / 1000;
    expect(stdout).toContain(`All ${entries} entries`);
    expect(status).toBe(0);
    const peak = Number(/peak (\d+)/u.exec(stderr)?.[1]) / 1024;
    console.log(`${SIZE} MB, ${entries} entries: ${seconds.toFixed(1)} s, peak ${peak.toFixed(0)} MB`);
    expect(peak).toBeLessThan(MOST);
  },
  30_000 + SIZE * 200,
);
