import type { ComposerDefinition, PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

/** "Post without tags?" */
const QUESTION = ['[role="dialog"]:not(:has(.block-editor-writing-flow))'];

/** Classes of buttons are hashed, names are in the language of the page. */
const box: Omit<ComposerDefinition, 'id' | 'kind'> = {
  editor: ['.is-root-container', '.block-editor-writing-flow'],
  engine: 'blocks',
  root: ['[role="dialog"]'],
  submit: [],
  submitByName: true,
  notSubmit: ['button:has(svg)'],
  confirmersByName: QUESTION,
  waits: QUESTION,
  keys: [],
  // The tags are no box of their own.
  keyFields: ['textarea'],
  form: false,
  media: ['.block-editor-writing-flow :is(img:not(.emoji), video, audio)'],
  // In all; each block may have 4,096.
  counter: { type: 'plain', limit: 32_768 },
};

const post = {
  method: 'POST',
  path: '/api/v2/blog/*/posts',
  text: ['content'],
  as: 'tree',
} as const satisfies Partial<PublishRequest>;

const change = { ...post, method: 'PUT', path: '/api/v2/blog/*/posts/*' } as const;

export const TUMBLR: SiteDefinition = {
  ...CATALOGUE.tumblr,
  marks: [],
  composers: [
    {
      ...box,
      id: 'edit',
      kind: 'edit',
      when: { path: ['/edit/**'] },
      // "Save" is no word that publishes elsewhere.
      submitByName: false,
      submitIsLastTextButton: true,
    },
    { ...box, id: 'reblog', kind: 'quote', when: { path: ['/reblog/**'] } },
    { ...box, id: 'post', kind: 'post' },
  ],
  confirm: { toast: [], permalink: [], failure: ['[role="alert"]'] },
  // Without a state it is published. What is queued may have a time of its own.
  publish: [post, change].flatMap((sent): PublishRequest[] => [
    {
      ...sent,
      bodyHas: ['"state":"queue'],
      what: 'schedule',
      answer: { values: { time: ['request:publish_on'] } },
    },
    { ...sent, bodyLacks: ['"state":"draft"'], what: sent === post ? 'publish' : 'edit' },
  ]),
};
