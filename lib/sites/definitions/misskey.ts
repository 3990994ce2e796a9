import type { ComposerDefinition, PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

const TEXT = 'textarea[data-cy-post-form-text]';
const SUBMIT = 'button[data-cy-open-post-form-submit]';
/** Class names are hashed: the content warning is the field right before the text. */
const WARNING = `div:has(+ div ${TEXT}) > input`;

const form: Omit<ComposerDefinition, 'id' | 'kind'> = {
  editor: [TEXT],
  engine: 'textarea',
  root: [],
  submit: [SUBMIT],
  keys: ['Mod+Enter'],
  keyFields: [WARNING],
  warning: [WARNING],
  warningLimit: 100,
  form: false,
  media: ['img[src^="blob:"]', 'video[src^="blob:"]'],
  counter: { type: 'plain', limit: 3000 },
};

const draft = {
  method: 'POST',
  what: 'schedule',
  bodyHas: ['"isActuallyScheduled":true'],
  text: ['text'],
  warning: ['cw'],
} as const satisfies Partial<PublishRequest>;

export const MISSKEY: SiteDefinition = {
  ...CATALOGUE.misskey,
  marks: [TEXT, 'meta[name="application-name"][content="Misskey" i]'],
  composers: [
    // Only the picture on the button tells what it is.
    { ...form, id: 'reply', kind: 'reply', when: { selector: [`${SUBMIT} .ti-arrow-back-up`] } },
    { ...form, id: 'quote', kind: 'quote', when: { selector: [`${SUBMIT} .ti-quote`] } },
    { ...form, id: 'note', kind: 'post' },
  ],
  confirm: { toast: [], permalink: [], failure: ['[role="dialog"] [role="alert"]', '._modal ._panel'] },
  publish: [
    {
      method: 'POST',
      path: '/api/notes/create',
      // Without a text it only passes on what somebody else wrote.
      bodyHas: ['"text":"'],
      what: 'publish',
      text: ['text'],
      warning: ['cw'],
      answer: { values: { id: ['createdNote.id'] }, permalink: '/notes/{id}', refused: ['error'] },
    },
    { ...draft, path: '/api/notes/drafts/create' },
    { ...draft, path: '/api/notes/drafts/update' },
  ],
};
