import { browser } from '@wxt-dev/browser';
import type { Draft } from '../model/draft.ts';
import type { AwaitedPost } from '../model/flow.ts';

/** What was approved last in a tab, and from where it was to go out. */
export interface KeptPost extends AwaitedPost {
  frame: number;
  origin: string;
}

/** By tab. */
export interface AwaitedStore {
  read(tab: number): Promise<KeptPost | undefined>;
  write(tab: number, kept: KeptPost): Promise<void>;
  remove(tab: number): Promise<void>;
}

const keyOf = (tab: number): string => `awaited-post:${tab}`;

/** Items `awaited-post:<tab>` of `storage.session`: in memory only, gone when the post has settled or the tab is closed. */
export const awaitedStore: AwaitedStore = {
  async read(tab) {
    const key = keyOf(tab);
    return (await browser.storage.session.get(key))[key] as KeptPost | undefined;
  },
  write: (tab, kept) => browser.storage.session.set({ [keyOf(tab)]: kept }),
  remove: (tab) => browser.storage.session.remove(keyOf(tab)),
};

/** Enough to know a text again, in characters. */
const MOST_TEXT = 1000;

export const keepPost = (
  post: string,
  { kind, title, parts, address }: Draft,
  { frame, url }: { frame: number; url: string },
): KeptPost => ({
  post,
  kind,
  ...(title !== undefined && { title }),
  text: parts
    .map(({ text }) => text)
    .join('\n')
    .slice(0, MOST_TEXT),
  address,
  frame,
  origin: new URL(url).origin,
});
