import { sha256 } from '@noble/hashes/sha2.js';
import { openDB } from 'idb';
import { openLogReader } from '#lib/log/open-log-reader.ts';
import { fillLog } from './fill-log.ts';
import { type Samples, sampleInterleaved, timed } from './measure.ts';

/** Entry of the page that tests/bench/log-verify.ts puts into a copy of the extension. */

const NAME = 'candor-bench-verify';
const WARM_UP = 1;
/** What drives browsers gives up after three minutes. Milliseconds. */
const PATIENCE = 60_000;

interface Verified extends Samples {
  /** Milliseconds, the longest time in which the page could do nothing else. */
  readonly pause: number;
  /** Milliseconds from the wish to stop to the end, the longest. */
  readonly stop: number;
}

/** Runs work while something else wants its turn all the time; gives how long that had to wait at most. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(0);
  };
  port2.postMessage(0);
  await work();
  port1.close();
  return longest;
}

async function measure(entries: number, count: number): Promise<Verified> {
  await fillLog(NAME, entries);
  const log = openLogReader({ name: NAME, crypto });
  const database = await openDB(NAME);

  async function verify(): Promise<void> {
    const found = await log.verify();
    if (!found?.ok || found.size !== entries)
      throw new Error(`the log does not verify: ${JSON.stringify(found)}`);
  }

  function hashAll(bytes: Uint8Array, lengths: Iterable<number>): void {
    let at = 0;
    for (const length of lengths) {
      if (length > 0) sha256(bytes.subarray(at, at + length));
      at += length;
    }
  }

  /** Each row of the log, and the hash of each entry and of each opening; nothing else. */
  async function readAndHash(): Promise<void> {
    const tiles = await database.count('tiles');
    for (let tile = 0; tile < tiles; tile += 1) {
      const row = await database.get('tiles', tile);
      hashAll(row.bytes, row.lengths);
      hashAll(row.openings, row.openingLengths);
    }
    for (const { bytes, opening } of await database.getAll('entries')) {
      sha256(bytes);
      if (opening) sha256(opening);
    }
  }

  const samples = await sampleInterleaved(
    count,
    WARM_UP,
    () => timed(verify),
    () => timed(readAndHash),
  );
  const pause = await longestPause(verify);
  let wished = 0;
  await log.verify(({ done }) => {
    if (done < entries / 2) return true;
    wished ||= performance.now();
    return false;
  });
  const stop = performance.now() - wished;
  await log.close();
  database.close();
  return { ...samples, pause, stop };
}

let measuring: Promise<Verified> | undefined;

globalThis.candorVerify = (entries, count) => {
  measuring ??= measure(entries, count);
  return Promise.race([
    measuring,
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE)),
  ]);
};

declare global {
  /** Nothing as long as it goes on. */
  var candorVerify: (entries: number, count: number) => Promise<Verified | undefined>;
}
