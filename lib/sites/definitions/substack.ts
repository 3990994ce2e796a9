import type { SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

export const SUBSTACK: SiteDefinition = {
  ...CATALOGUE.substack,
  marks: [],
  composers: [
    {
      id: 'post',
      kind: 'article',
      when: { path: ['/publish/post/**'] },
      editor: ['.ProseMirror[contenteditable="true"]'],
      title: ['textarea#post-title', 'textarea[placeholder*="subtitle" i]'],
      engine: 'prosemirror',
      root: ['main', '#entry'],
      submit: [],
      // "Send to everyone now", then what the second dialog asks: nothing goes out before it is answered.
      confirmersByName: ['[role="dialog"]'],
      waits: ['[role="dialog"]'],
      keys: [],
      form: false,
      media: ['.ProseMirror img', '.ProseMirror iframe'],
      counter: { type: 'plain', limit: 0 },
    },
    {
      id: 'note',
      kind: 'post',
      editor: [
        '[role="dialog"][data-state="open"] [contenteditable="true"][role="textbox"]',
        '[data-testid="composer-post"] [contenteditable="true"]',
      ],
      engine: 'prosemirror',
      root: ['[role="dialog"][data-state="open"]', '[data-testid="composer-post"]'],
      submit: [],
      submitByName: true,
      keys: ['Mod+Enter'],
      form: false,
      media: [':has(> [data-testid="remove-attachment"]) img'],
      counter: { type: 'plain', limit: 0 },
    },
  ],
  confirm: {
    toast: ['[data-testid="share-center"]'],
    permalink: ['[data-testid="share-center"] a[href*="/p/"]'],
    failure: ['[role="dialog"] [role="alert"]'],
  },
  publish: [
    {
      method: 'POST',
      path: '/api/v1/drafts/*/publish',
      what: 'publish',
      answer: { values: { id: ['id'] } },
    },
    {
      method: 'POST',
      path: '/api/v1/comment/feed',
      what: 'publish',
      text: ['bodyJson'],
      as: 'tree',
      answer: { values: { id: ['id'] } },
    },
  ],
};
