import type { ComposerDefinition, SiteDefinition } from '../model/site.ts';

/** Editable regions as such. One-line inputs are left out: those are searches, titles, log-ins. */
export const EDITABLE =
  'textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], [role="textbox"]:not(input)';

/** What stands for the definition where none fits. Its selectors only describe; find-generic.ts does the finding. */
export const GENERIC_COMPOSER: ComposerDefinition = {
  id: 'generic',
  kind: 'post',
  editor: [EDITABLE],
  engine: 'generic',
  root: [],
  submit: [],
  keys: ['Mod+Enter'],
  form: true,
  media: [
    'img[src^="blob:"]',
    'img[src^="data:"]',
    // Dragged or pasted into the text; emoji are none.
    '[contenteditable] img[src^="http"]:not([class*="emoji" i], [src*="emoji" i])',
    'video[src]',
    'audio[src]',
    'input[type="file"]',
  ],
  counter: { type: 'plain', limit: 0 },
};

export const GENERIC: SiteDefinition = {
  version: 1,
  id: 'generic',
  name: 'Website',
  hosts: [],
  marks: [],
  composers: [GENERIC_COMPOSER],
  confirm: {
    toast: ['[role="status"]:has(a[href])', '[role="alert"]:has(a[href])'],
    permalink: ['[role="status"] a[href]', '[role="alert"] a[href]'],
    failure: ['[role="alert"]'],
  },
  publish: [],
};
