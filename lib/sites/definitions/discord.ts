import type { SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

export const DISCORD: SiteDefinition = {
  ...CATALOGUE.discord,
  marks: [],
  composers: [
    {
      // There is no button: Enter sends, Shift+Enter breaks the line.
      id: 'message',
      kind: 'post',
      editor: ['[role="textbox"][data-slate-editor="true"]'],
      engine: 'slate',
      root: ['form'],
      submit: [],
      keys: ['Enter'],
      form: false,
      media: ['[class*="attachedBars"] img', '[class*="upload"] img', '[class*="upload"] video'],
      counter: { type: 'plain', limit: 2000 },
    },
  ],
  confirm: { toast: [], permalink: [], failure: ['[class*="isFailed"]'] },
  publish: [
    {
      method: 'POST',
      path: '/api/v*/channels/*/messages',
      what: 'publish',
      text: ['content'],
      answer: { values: { id: ['id'], channel: ['channel_id'] } },
    },
    {
      method: 'PATCH',
      path: '/api/v*/channels/*/messages/*',
      bodyHas: ['content'],
      what: 'edit',
      text: ['content'],
    },
  ],
};
