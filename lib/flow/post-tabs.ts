import { browser } from '@wxt-dev/browser';
import { CandorError } from '../errors/candor-error.ts';

/** Which tab holds which post. */
export interface PostTabStore {
  read(post: string): Promise<number | undefined>;
  write(post: string, tab: number): Promise<void>;
}

const keyOf = (post: string): string => `post-tab:${post}`;

/** Items `post-tab:<post>` of `storage.session`: they outlive the background, and end with the browser. */
export const postTabStore: PostTabStore = {
  async read(post) {
    const key = keyOf(post);
    const tab = (await browser.storage.session.get(key))[key];
    return typeof tab === 'number' ? tab : undefined;
  },
  write: (post, tab) => browser.storage.session.set({ [keyOf(post)]: tab }),
};

/**
 * A content script may speak about the posts of its own tab only. A binding is never given up while the browser
 * runs: messages come late (from a tab that was closed) and twice, and no other tab may claim the id in between.
 */
export const createPostTabs = (store: PostTabStore) => ({
  /** @throws CandorError `not-allowed`: another tab holds it */
  async bind(post: string, tab: number): Promise<void> {
    const known = await store.read(post);
    if (known === undefined) await store.write(post, tab);
    else if (known !== tab) throw new CandorError('not-allowed', `post ${post} is held by another tab`);
  },

  /** @throws CandorError `not-approved`: no tab has held it since the browser started; `not-allowed`: another tab has */
  async requireOwn(post: string, tab: number): Promise<void> {
    const known = await store.read(post);
    if (known === undefined) throw new CandorError('not-approved', `post ${post} was never held`);
    if (known !== tab) throw new CandorError('not-allowed', `post ${post} is held by another tab`);
  },
});

export type PostTabs = ReturnType<typeof createPostTabs>;
