import { browser } from '@wxt-dev/browser';
import type { GenerationStore } from '#lib/provenance/store/store-contract.ts';
import { decide, openBenchStore, type Question, type Which } from './provenance-speed-decide.ts';

/** Background of the extension that tests/bench/provenance-speed.ts makes: answers what its page asks. */

const stores = new Map<Which, GenerationStore>();

browser.runtime.onMessage.addListener((question: Question, _, answer: (matches: number) => void) => {
  const store = stores.get(question.which) ?? openBenchStore(question.which);
  stores.set(question.which, store);
  decide(store, question.draft).then(answer);
  return true;
});
