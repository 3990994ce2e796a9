import type { ComposerDefinition, PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

const form: Omit<ComposerDefinition, 'id' | 'kind'> = {
  // Which of the two is the person's own setting.
  editor: [
    '#reply-control textarea.d-editor-input',
    '#reply-control .ProseMirror.d-editor-input[contenteditable="true"]',
  ],
  engine: 'textarea',
  title: ['#reply-title'],
  root: ['#reply-control'],
  submit: ['.save-or-cancel button.create'],
  keys: ['Mod+Enter'],
  keyFields: ['#reply-title'],
  form: false,
  // In Markdown pictures are links in the text.
  media: ['.ProseMirror img:not(.emoji)'],
  counter: { type: 'plain', limit: 0 },
};

const post = {
  as: 'markdown',
  text: ['raw', 'post.raw'],
  answer: {
    values: {
      slug: ['topic_slug', 'post.topic_slug'],
      topic: ['topic_id', 'post.topic_id'],
      number: ['post_number', 'post.post_number'],
    },
    permalink: '/t/{slug}/{topic}/{number}',
    refused: ['errors'],
  },
} as const satisfies Partial<PublishRequest>;

export const DISCOURSE: SiteDefinition = {
  ...CATALOGUE.discourse,
  marks: ['meta[name="generator"][content^="Discourse"]', '#reply-control'],
  composers: [
    { ...form, id: 'edit', kind: 'edit', when: { selector: ['.display-edit-reason'] } },
    { ...form, id: 'topic', kind: 'post', when: { selector: ['#reply-title'] } },
    { ...form, id: 'reply', kind: 'reply' },
    {
      id: 'chat',
      kind: 'comment',
      editor: ['textarea.chat-composer__input'],
      engine: 'textarea',
      root: ['.chat-composer__wrapper', '.chat-composer'],
      submit: ['.chat-composer-button.-send'],
      keys: ['Enter', 'Mod+Enter'],
      form: false,
      media: ['.chat-composer-uploads img', '.chat-composer-uploads video'],
      counter: { type: 'plain', limit: 6000 },
    },
  ],
  confirm: {
    toast: [],
    permalink: ['#reply-control .saving-text a.permalink'],
    failure: ['.dialog-body', '#reply-control .alert-error', '.popup-tip.bad'],
    arrived: {
      pages: ['/t/*/*', '/t/*/*/*'],
      items: ['article[data-post-id]', '.chat-message-container'],
      link: ['a.post-date', 'a.chat-time'],
      text: ['.cooked', '.chat-message-text'],
    },
  },
  publish: [
    { ...post, method: 'POST', path: '/posts', what: 'publish' },
    { ...post, method: 'POST', path: '/posts.json', what: 'publish' },
    { ...post, method: 'PUT', path: '/posts/*', what: 'edit' },
    { method: 'POST', path: '/chat/*', bodyHas: ['message'], what: 'publish', text: ['message'] },
  ],
};
