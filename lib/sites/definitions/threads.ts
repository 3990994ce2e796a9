import type { ComposerDefinition, PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

/** The same box for posts, replies and the parts of a thread: in a dialog, or small below a post. */
const box: Omit<ComposerDefinition, 'id' | 'kind'> = {
  editor: [
    '[contenteditable="true"][role="textbox"][data-lexical-editor="true"]',
    '[contenteditable="true"][role="textbox"][aria-placeholder]',
  ],
  engine: 'lexical',
  root: ['[role="dialog"]'],
  // A div with the word "Post" in the language of the page; the small box has the arrow of "Reply".
  submit: [],
  submitByName: true,
  notSubmit: ['[data-pressable-container] [role="button"]:has(svg)'],
  keys: ['Mod+Enter'],
  form: false,
  media: ['img[src^="blob:"]', 'video'],
  counter: { type: 'emoji-bytes', limit: 500 },
  nativeSwitch: { path: ['Add AI label'] },
};

/** Each part of a thread is a request of its own. */
const configure = {
  method: 'POST',
  what: 'publish',
  text: ['caption'],
  answer: {
    values: { user: ['media.user.username'], code: ['media.code'] },
    permalink: '/@{user}/post/{code}',
    refused: ['message'],
  },
} as const satisfies Partial<PublishRequest>;

export const THREADS: SiteDefinition = {
  ...CATALOGUE.threads,
  marks: [],
  composers: [
    {
      ...box,
      id: 'reply',
      kind: 'reply',
      when: { selector: ['[data-pressable-container] a[href*="/post/"]'], path: ['/*/post/*'] },
    },
    { ...box, id: 'post', kind: 'post' },
  ],
  confirm: {
    toast: ['[role="alert"]:has(a[href*="/post/"])', '[role="status"]:has(a[href*="/post/"])'],
    permalink: ['[role="alert"] a[href*="/post/"]', '[role="status"] a[href*="/post/"]'],
    failure: ['[role="alert"]:not(:has(a))'],
  },
  publish: [
    { ...configure, path: '/api/v1/media/configure_text_*/' },
    { ...configure, path: '/api/v1/media/configure_to_clips/' },
  ],
};
