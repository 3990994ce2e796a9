import type { ComposerDefinition, SiteDefinition } from '../model/site.ts';

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

export const BLUESKY: SiteDefinition = {
  id: 'bluesky',
  name: 'Bluesky',
  hosts: ['bsky.app'],
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
  },
};
