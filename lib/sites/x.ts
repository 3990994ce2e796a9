import type { ComposerDefinition, SiteDefinition } from '../model/site.ts';

/** All boxes of X share their markup; only what stands around them tells them apart. */
const box: Omit<ComposerDefinition, 'id' | 'kind'> = {
  editor: [
    '[data-testid^="tweetTextarea_"][contenteditable="true"]',
    // The mobile web layout wraps a plain textarea.
    'textarea[data-testid^="tweetTextarea"]',
    '[data-testid^="tweetTextarea"] textarea',
  ],
  engine: 'draft',
  // The tool bar with the button is a sibling of the editor: outside a modal, climb to what holds both.
  root: ['[role="dialog"]'],
  submit: ['[data-testid="tweetButton"]', '[data-testid="tweetButtonInline"]'],
  keys: ['Mod+Enter'],
  form: false,
  media: [
    '[data-testid="attachments"] img',
    '[data-testid="attachments"] video',
    '[data-testid="attachments"] audio',
  ],
  counter: { type: 'x-weighted', limit: 280 },
  fold: { characters: 280 },
};

export const X: SiteDefinition = {
  id: 'x',
  name: 'X',
  hosts: ['x.com', 'twitter.com', 'mobile.twitter.com'],
  marks: [],
  composers: [
    // Editing keeps the box and the button; only the address is known to differ.
    { ...box, id: 'edit', kind: 'edit', when: { path: ['/compose/**/edit', '/*/status/*/edit'] } },
    {
      ...box,
      id: 'quote',
      kind: 'quote',
      when: {
        selector: [
          '[data-testid="attachments"] [data-testid="tweetText"]',
          '[data-testid="attachments"] [data-testid="User-Name"]',
        ],
      },
    },
    {
      ...box,
      id: 'reply',
      kind: 'reply',
      when: { selector: ['article[data-testid="tweet"]'], path: ['/*/status/**'] },
    },
    { ...box, id: 'post', kind: 'post' },
  ],
  confirm: {
    toast: ['[data-testid="toast"]:has(a[href*="/status/"])'],
    permalink: ['[data-testid="toast"] a[href*="/status/"]'],
    failure: ['[data-testid="toast"]:not(:has(a))'],
  },
};
