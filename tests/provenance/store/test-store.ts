import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import type { Posting } from '#lib/provenance/contract.ts';
import type { Fingerprints } from '#lib/provenance/fingerprint.ts';
import { openGenerationStore } from '#lib/provenance/store/open-generation-store.ts';
import type {
  Capture,
  GenerationStore,
  GenerationStoreOptions,
} from '#lib/provenance/store/store-contract.ts';

export const NOW = 1_700_000_000_000;
export const DAY = 24 * 60 * 60 * 1000;

let names = 0;

/** Options with a database of its own, a clock that stands until it is set, and no tidying unless asked for. */
export function testOptions(overrides: Partial<GenerationStoreOptions> = {}): GenerationStoreOptions {
  names += 1;
  return {
    name: `provenance ${names}`,
    now: () => NOW,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    quiet: 1e9,
    ...overrides,
  };
}

const opened: GenerationStore[] = [];

export function openTestStore(options: GenerationStoreOptions = testOptions()): GenerationStore {
  const store = openGenerationStore(options);
  opened.push(store);
  return store;
}

/** Stops timers that would keep the process waiting. */
export async function closeTestStores(): Promise<void> {
  await Promise.all(opened.splice(0).map((store) => store.close()));
}

export const captureOf = (overrides: Partial<Capture> = {}): Capture => ({
  source: 'chatgpt',
  sourceName: 'ChatGPT',
  captured: 'answer',
  length: 1000,
  ...overrides,
});

export const prints = (hashes: readonly number[]): Fingerprints => ({
  hashes: Uint32Array.from(hashes),
  positions: Uint32Array.from(hashes, (_, at) => at * 3),
  length: hashes.length * 3,
});

export const NO_OWN = new Uint32Array(0);

/** Fingerprints that nobody else has. */
export const range = (from: number, count: number, step = 0x01234567): number[] =>
  Array.from({ length: count }, (_, at) => ((from + at) * step) >>> 0);

export const remember = (
  store: GenerationStore,
  hashes: readonly number[],
  capture: Partial<Capture> = {},
  own: readonly number[] = [],
) => store.remember(captureOf(capture), prints(hashes), Uint32Array.from(own));

/** An answer to a look-up in an order of its own, to compare. */
export const sortedAnswer = (found: ReadonlyMap<number, readonly Posting[]>) =>
  [...found]
    .sort(([a], [b]) => a - b)
    .map(([hash, postings]) => [
      hash,
      postings.map(({ generation, position }) => `${generation}@${position}`).sort(),
    ]);

/** All rows of all stores. */
export async function dump(name: string): Promise<Record<string, unknown[]>> {
  const database = await openDB(name);
  const stores = await Promise.all(
    [...database.objectStoreNames].map(async (store) => [store, await database.getAll(store)] as const),
  );
  database.close();
  return Object.fromEntries(stores);
}

/** Changes what is stored behind the store's back. */
export async function tamper(
  name: string,
  change: (database: Awaited<ReturnType<typeof openDB>>) => Promise<unknown>,
): Promise<void> {
  const database = await openDB(name);
  await change(database);
  database.close();
}

/** Merges although it is not worth while yet: something was forgotten. */
export async function mergeNow(store: GenerationStore): Promise<void> {
  await remember(store, [1, 2, 3], { source: 'forgotten' });
  await store.forget({ source: 'forgotten' });
  await store.tidy();
}
