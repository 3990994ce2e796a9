import { browser } from '@wxt-dev/browser';
import { CandorError } from '../errors/candor-error.ts';
import type { Evidence } from '../model/decision.ts';
import type { Settings } from '../model/settings.ts';
import type { GenerationStore } from '../provenance/store/store-contract.ts';

/** Of which generations a held post may ask for the text. */
export interface HeldTextStore {
  read(post: string): Promise<readonly number[]>;
  /** None: forgotten. */
  write(post: string, generations: readonly number[]): Promise<void>;
}

const keyOf = (post: string): string => `post-texts:${post}`;

/** Items `post-texts:<post>` of `storage.session`: ids only, in memory only. */
export const heldTextStore: HeldTextStore = {
  async read(post) {
    const key = keyOf(post);
    const generations = (await browser.storage.session.get(key))[key];
    return Array.isArray(generations) ? generations : [];
  },
  write: (post, generations) =>
    generations.length === 0
      ? browser.storage.session.remove(keyOf(post))
      : browser.storage.session.set({ [keyOf(post)]: generations }),
};

interface HeldTextPorts {
  store: HeldTextStore;
  findText: GenerationStore['findText'];
  readSettings(): Promise<Settings>;
}

/** Kept texts leave the background for a post that is held and was found to have something of them, and for nothing else. */
export const createHeldTexts = ({ store, findText, readSettings }: HeldTextPorts) => ({
  note: (post: string, evidence: readonly Evidence[]): Promise<void> =>
    store.write(
      post,
      evidence.flatMap((piece) =>
        piece.kind === 'generated' && piece.textId !== undefined ? [piece.textId] : [],
      ),
    ),

  forget: (post: string): Promise<void> => store.write(post, []),

  /**
   * No text where it is not kept any more.
   *
   * @throws CandorError `not-allowed`: what was found for this post does not name the generation
   */
  async read(post: string, generation: number): Promise<{ text?: string }> {
    if (!(await store.read(post)).includes(generation))
      throw new CandorError('not-allowed', `post ${post} has nothing of generation ${generation}`);
    const { provenance } = await readSettings();
    const text = provenance.keepTextDays > 0 ? await findText(generation) : undefined;
    return text === undefined ? {} : { text };
  },
});

export type HeldTexts = ReturnType<typeof createHeldTexts>;
