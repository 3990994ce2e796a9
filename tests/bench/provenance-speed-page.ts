import { browser } from '@wxt-dev/browser';
import { createFingerprintKey, fingerprint } from '#lib/provenance/fingerprint.ts';
import { lowerBound } from '#lib/provenance/store/postings.ts';
import { sampleInTurns } from './in-turns.ts';
import { type Samples, sampleInterleaved, timed } from './measure.ts';
import { openBenchStore, type Question, type Which, type Whose } from './provenance-speed-decide.ts';
import { createAnswer, createRandom } from './provenance-speed-text.ts';

/** Page of the extension that tests/bench/provenance-speed.ts makes: fills the store, asks the background, takes times. */

const WORDS = 2000;
const FINGERPRINTS = 1_000_000;
/** Calls of one sample: browsers round their clocks. */
const CALLS = 4;

const capture = { source: 'chatgpt', sourceName: 'ChatGPT', captured: 'answer' as const };

let answers = 0;

/** Fills a store with a million fingerprints. */
async function fillStore(which: 'full' | 'built'): Promise<void> {
  const store = openBenchStore(which);
  const key = createFingerprintKey(await store.readSecret());
  let fingerprints = 0;
  while (fingerprints < FINGERPRINTS) {
    const text = createAnswer(answers, WORDS);
    const prints = fingerprint(text, key);
    await store.remember({ ...capture, length: text.length }, prints, new Uint32Array(0));
    answers += 1;
    fingerprints += prints.hashes.length;
    if (answers % 64 === 0) await store.tidy();
  }
  await store.tidy();
  await store.close();
}

async function fill(): Promise<void> {
  await fillStore('full');
  await fillOthers();
}

/** The answer that half of a mixed draft is from. */
const ANSWER = 7;

async function fillOthers(): Promise<void> {
  const empty = openBenchStore('empty');
  await empty.readSecret();
  await empty.close();
  const single = openBenchStore('single');
  const key = createFingerprintKey(await single.readSecret());
  const text = createAnswer(ANSWER, WORDS);
  await single.remember({ ...capture, length: text.length }, fingerprint(text, key), new Uint32Array(0));
  await single.close();
}

function createDraft(length: number, whose: Whose): string {
  const own = createAnswer(1e6, WORDS);
  const taken = whose === 'mixed' ? createAnswer(ANSWER, WORDS).slice(1000, 1000 + length / 2) : '';
  return (taken + own).slice(0, length);
}

/** What an answer takes on disk: as the browser counts it, as the overview estimates it, and its text in UTF-16. */
async function weigh(): Promise<Record<'counted' | 'estimated' | 'text', number>> {
  const store = openBenchStore('full');
  const { bytes, generations } = await store.overview(30);
  await store.close();
  const { usage = Number.NaN } = await navigator.storage.estimate();
  return {
    counted: usage / generations,
    estimated: bytes / generations,
    text: 2 * createAnswer(ANSWER, WORDS).length,
  };
}

async function ask(question: Question): Promise<number> {
  const start = performance.now();
  const matches = await browser.runtime.sendMessage<Question, number>(question);
  const took = performance.now() - start;
  const hasEvidence = question.whose === 'mixed' && question.which !== 'empty';
  if (hasEvidence !== matches > 0) throw new Error(`${matches} matches in ${question.which}`);
  return took;
}

async function askOften(question: Question): Promise<number> {
  return (
    (await timed(async () => {
      for (let call = 0; call < CALLS; call += 1) await ask(question);
    })) / CALLS
  );
}

const warm = (length: number, whose: Whose, count: number): Promise<Record<Which, number[]>> => {
  const draft = createDraft(length, whose);
  return sampleInTurns(count, 8, {
    full: () => askOften({ which: 'full', draft, whose }),
    single: () => askOften({ which: 'single', draft, whose }),
    empty: () => askOften({ which: 'empty', draft, whose }),
  });
};

/** 500 hashes in the store against the same in one sorted list. */
async function bare(count: number): Promise<Samples> {
  const random = createRandom(5);
  const numbers = (length: number) => Uint32Array.from({ length }, () => random() * 2 ** 32);
  const sorted = numbers(FINGERPRINTS).sort();
  const wanted = numbers(500);
  const store = openBenchStore('full');
  const samples = await sampleInterleaved(
    count,
    8,
    () => timed(() => store.findPostings(wanted)),
    () =>
      timed(() => {
        let found = 0;
        for (const hash of wanted) if (sorted[lowerBound(sorted, hash)] === hash) found += 1;
        return found;
      }),
  );
  await store.close();
  return samples;
}

/** A draft of 280 characters in the store against a search for each of its runs in the plain texts. */
async function brute(count: number): Promise<Samples> {
  const texts = Array.from({ length: answers }, (_, seed) => createAnswer(seed, WORDS));
  const draft = createDraft(280, 'mixed');
  const run = 24;
  return sampleInterleaved(
    count,
    1,
    () => ask({ which: 'full', draft, whose: 'mixed' }),
    () =>
      timed(() => {
        let found = 0;
        for (let at = 0; at + run <= draft.length; at += 1) {
          const part = draft.slice(at, at + run);
          for (const text of texts) if (text.includes(part)) found += 1;
        }
        return found;
      }),
  );
}

/** Remembering an answer that nobody has seen, normalising and fingerprints included, against the fingerprints alone. */
async function remembering(count: number): Promise<Samples> {
  const store = openBenchStore('full');
  const key = createFingerprintKey(await store.readSecret());
  let seed = 2e6;
  const next = () => {
    seed += 1;
    return createAnswer(seed, WORDS);
  };
  const samples = await sampleInterleaved(
    count,
    5,
    async () => {
      const text = next();
      return timed(() =>
        store.remember({ ...capture, length: text.length }, fingerprint(text, key), new Uint32Array(0)),
      );
    },
    async () => {
      const text = next();
      return timed(() => fingerprint(text, key));
    },
  );
  await store.close();
  return samples;
}

const tools = {
  fill,
  fillBuilt: () => fillStore('built'),
  weigh,
  createDraft,
  ask,
  warm,
  bare,
  brute,
  remembering,
};

declare global {
  var candorProvenance: typeof tools;
}

globalThis.candorProvenance = tools;
