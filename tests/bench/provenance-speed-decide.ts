import { createDecide } from '#lib/flow/decide.ts';
import { createEvidenceFinder } from '#lib/flow/find-evidence.ts';
import type { Draft } from '#lib/model/draft.ts';
import { openGenerationStore } from '#lib/provenance/store/open-generation-store.ts';
import type { GenerationStore } from '#lib/provenance/store/store-contract.ts';
import { readSettings } from '#lib/storage/settings-store.ts';

/** Databases of the benchmark; `single` holds nothing but the answer that the mixed draft is from. */
export type Which = 'full' | 'single' | 'empty';

/** The database of the real background. */
const BUILT = 'candor-provenance';

/** Whose the draft is: the person's alone, or half of it from a remembered answer. */
export type Whose = 'human' | 'mixed';

export interface Question {
  readonly which: Which;
  readonly draft: string;
  readonly whose: Whose;
}

export const openBenchStore = (which: Which | 'built'): GenerationStore =>
  openGenerationStore({
    name: which === 'built' ? BUILT : `candor-bench-${which}`,
    now: Date.now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    // Nothing is tidied while something is measured.
    quiet: 600_000,
  });

export const draftOf = (text: string): Draft => ({
  site: 'x',
  composer: 'post',
  kind: 'post',
  parts: [{ text, media: [] }],
  address: 'https://x.com/home',
});

/** The decision of the background, evidence and policy. Gives of how many generations there is evidence. */
export async function decide(store: GenerationStore, text: string): Promise<number> {
  const findEvidence = createEvidenceFinder({
    store,
    readSettings: async () => (await readSettings()).settings,
    now: Date.now,
  });
  const { evidence } = await createDecide(findEvidence)(draftOf(text), { role: undefined, phase: 'held' });
  return evidence.filter(({ kind }) => kind === 'generated').length;
}
