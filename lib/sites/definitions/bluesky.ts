import type { ComposerDefinition, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

const view: Omit<ComposerDefinition, 'id' | 'kind'> = {
  editor: ['[data-testid="composePostView"] .ProseMirror', '[role="dialog"] .ProseMirror'],
  engine: 'prosemirror',
  root: ['[data-testid="composePostView"]', '[role="dialog"]'],
  submit: ['[data-testid="composerPublishBtn"]'],
  keys: ['Mod+Enter'],
  form: false,
  media: [
    '[data-testid="selectedPhotosView"] img',
    '[data-testid="selectedPhotoImage"] img',
    'img[data-testid="selectedPhotoImage"]',
    'video',
  ],
  counter: { type: 'graphemes', limit: 300, maxBytes: 3000 },
  fold: { lines: 25 },
};

/** To a post. The page of a post has no link to itself, but some to who liked or quoted it. */
const LINK = 'a[href*="/post/"]:not([href$="-by"], [href$="/quotes"])';

export const BLUESKY: SiteDefinition = {
  ...CATALOGUE.bluesky,
  marks: ['[data-testid="composePostView"]', '[data-testid="composeFAB"]'],
  composers: [
    // The button's name is the only sign of a reply; it is localised, so elsewhere a reply counts as a post.
    {
      ...view,
      id: 'reply',
      kind: 'reply',
      when: { selector: ['[data-testid="composerPublishBtn"][aria-label*="repl" i]'] },
    },
    { ...view, id: 'post', kind: 'post' },
  ],
  confirm: {
    toast: ['[data-sonner-toast]:has(a[href*="/post/"])', '[data-testid="toast"]'],
    permalink: ['[data-sonner-toast] a[href*="/post/"]', '[data-testid="toast"] a[href*="/post/"]'],
    failure: ['[data-testid="composePostView"] [role="alert"]', '[data-sonner-toast][data-type="error"]'],
    arrived: {
      items: ['[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"]'],
      link: [LINK],
      text: ['[data-testid="postText"]'],
      pageText: [`[data-testid^="postThreadItem-by-"]:not(:has(${LINK})) [data-testid="postText"]`],
      ids: ['/profile/*/post/*'],
    },
  },
  publish: [
    // The official client writes with applyWrites, others with createRecord; the host is the person's own server.
    {
      method: 'POST',
      path: '/xrpc/com.atproto.repo.applyWrites',
      bodyHas: ['app.bsky.feed.post'],
      what: 'publish',
      text: ['writes.*.value.text'],
      answer: {
        // The client picks the key itself: the address is known before the answer.
        values: { repo: ['request:repo'], key: ['request:writes.*.rkey'] },
        permalink: 'https://bsky.app/profile/{repo}/post/{key}',
      },
    },
    {
      method: 'POST',
      path: '/xrpc/com.atproto.repo.createRecord',
      bodyHas: ['app.bsky.feed.post'],
      what: 'publish',
      text: ['record.text'],
    },
  ],
};
