import { openGenerationStore } from '../provenance/store/open-generation-store.ts';
import type { GenerationStore } from '../provenance/store/store-contract.ts';

/** The IndexedDB database of what is remembered of AI tools, in the extension's own origin. Opened at first use. */
export const openProvenance = (): GenerationStore =>
  openGenerationStore({
    name: 'candor-provenance',
    now: Date.now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });
