import type { ComposerDefinition, PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

const box = {
  engine: 'lexical',
  keys: [],
  form: false,
  media: [],
  counter: { type: 'plain', limit: 10_000 },
} as const satisfies Partial<ComposerDefinition>;

const comment = {
  ...box,
  root: ['shreddit-composer'],
  submit: ['button[type="submit"][slot="submit-button"]'],
} as const satisfies Partial<ComposerDefinition>;

/** Old Reddit: the same form for a new comment, a reply and an edit. */
const usertext: Omit<ComposerDefinition, 'id' | 'kind'> = {
  ...box,
  engine: 'textarea',
  editor: ['form.usertext textarea[name="text"]'],
  root: ['form.usertext'],
  submit: ['button.save'],
  form: true,
};

const form = {
  method: 'POST',
  what: 'publish',
  text: ['text'],
  as: 'markdown',
} as const satisfies Partial<PublishRequest>;

const graphql = {
  method: 'POST',
  path: '/svc/shreddit/graphql',
  what: 'publish',
  answer: {
    values: { url: ['~https://www.reddit.com/r/', '~/r/', '~/user/'] },
    permalink: '{url}',
    refused: ['errors'],
  },
} as const satisfies Partial<PublishRequest>;

export const REDDIT: SiteDefinition = {
  ...CATALOGUE.reddit,
  marks: [],
  composers: [
    {
      ...box,
      id: 'post',
      kind: 'post',
      // Markdown mode is a plain textarea in the same place.
      editor: [
        'shreddit-composer#post-composer_bodytext [contenteditable="true"]',
        'shreddit-composer#post-composer_bodytext textarea',
      ],
      // Title and button stand in the shadow roots of these.
      title: ['faceplate-textarea-input[name="title"]'],
      root: [],
      submit: ['r-post-form-submit-button#submit-post-button'],
      media: ['r-post-media-input img', 'r-post-media-input video'],
      counter: { type: 'plain', limit: 40_000 },
    },
    {
      ...comment,
      id: 'reply',
      kind: 'reply',
      editor: [
        'shreddit-comment comment-composer-host [contenteditable="true"]',
        'shreddit-comment comment-composer-host shreddit-composer textarea',
      ],
    },
    {
      ...comment,
      id: 'comment',
      kind: 'comment',
      editor: [
        'comment-composer-host [contenteditable="true"]',
        'comment-composer-host shreddit-composer textarea',
      ],
    },
    {
      ...usertext,
      id: 'old-post',
      kind: 'post',
      editor: ['form#newlink textarea[name="text"]'],
      title: ['form#newlink textarea[name="title"]'],
      root: ['form#newlink'],
      submit: ['button[name="submit"]'],
      counter: { type: 'plain', limit: 40_000 },
    },
    { ...usertext, id: 'old-edit', kind: 'edit', when: { selector: ['.usertext-body'] } },
    {
      ...usertext,
      id: 'old-reply',
      kind: 'reply',
      when: { selector: ['input[name="thing_id"][value^="t1_"]'] },
    },
    { ...usertext, id: 'old-comment', kind: 'comment' },
  ],
  confirm: {
    toast: [],
    permalink: [],
    failure: ['faceplate-toast', 'form.usertext .error', 'form#newlink .error'],
    arrived: {
      pages: ['/r/*/comments/**', '/user/*/comments/**'],
      items: ['shreddit-comment', '.thing.comment'],
      link: ['a[slot="timestamp"]', 'a.bylink', 'a[href*="/comments/"]', 'a[href*="/comment/"]'],
      text: ['[slot="comment"], .usertext-body .md'],
      pageText: ['shreddit-post [slot="text-body"], .thing.link .usertext-body .md'],
    },
  },
  publish: [
    { ...graphql, bodyHas: ['"CreatePost"'] },
    { ...graphql, bodyHas: ['"CreateProfilePost"'] },
    {
      method: 'POST',
      path: '/svc/shreddit/*/create-comment',
      what: 'publish',
      answer: { values: { url: ['~/r/', '~/user/'] }, permalink: '{url}' },
    },
    {
      ...form,
      path: '/api/comment',
      answer: {
        values: { url: ['json.data.things.0.data.permalink'] },
        permalink: '{url}',
        refused: ['json.errors.0'],
      },
    },
    {
      ...form,
      path: '/api/submit',
      bodyHas: ['title='],
      answer: { values: { url: ['json.data.url'] }, permalink: '{url}', refused: ['json.errors.0'] },
    },
    { ...form, path: '/api/editusertext', what: 'edit' },
  ],
};
