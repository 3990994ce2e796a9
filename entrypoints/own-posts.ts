import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchOwnPosts } from '#lib/flow/watch-own-posts.ts';

/** The isolated world's own global: the page cannot see it. */
const ownGlobal = globalThis as typeof globalThis & { candorOwnPosts?: () => void };

/** Started by the background in pages that may show a post of the person's own; once more when there is a new one. */
export default defineUnlistedScript(() => {
  if (ownGlobal.candorOwnPosts) ownGlobal.candorOwnPosts();
  else ownGlobal.candorOwnPosts = watchOwnPosts();
});
