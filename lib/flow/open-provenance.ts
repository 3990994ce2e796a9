import { browser } from '@wxt-dev/browser';
import type { MarkStore } from '../provenance/store/memory-mark.ts';
import { openGenerationStore } from '../provenance/store/open-generation-store.ts';
import type { GenerationStore } from '../provenance/store/store-contract.ts';

/** The stored item `provenance-mark` in `storage.local`, which is not deleted with the database. */
const MARK = 'provenance-mark';

const mark: MarkStore = {
  read: async () => (await browser.storage.local.get(MARK))[MARK],
  write: (written) => browser.storage.local.set({ [MARK]: written }),
  remove: () => browser.storage.local.remove(MARK),
};

/** The IndexedDB database of what is remembered of AI tools, in the extension's own origin. Opened at first use. */
export const openProvenance = (): GenerationStore =>
  openGenerationStore({
    name: 'candor-provenance',
    now: Date.now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    mark,
  });
