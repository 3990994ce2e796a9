import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchOwnPosts } from '#lib/flow/watch-own-posts.ts';

/** The isolated world's own global: the page cannot see it. */
const ownGlobal = globalThis as typeof globalThis & { candorStopWatching?: () => void };

/**
 * Started by the background in pages that may show a post of the person's own. Once more when there is a new one, or
 * after an update: then it takes over.
 */
export default defineUnlistedScript(() => {
  ownGlobal.candorStopWatching?.();
  ownGlobal.candorStopWatching = watchOwnPosts();
});
