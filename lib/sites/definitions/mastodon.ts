import type { ComposerDefinition, PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

const counter = { type: 'mastodon', limit: 500 } as const;

const form: Omit<ComposerDefinition, 'id' | 'kind'> = {
  editor: [
    'form.compose-form textarea.autosuggest-textarea__textarea',
    'form.compose-form textarea.compose-form__input',
    'form.compose-form textarea',
  ],
  engine: 'textarea',
  root: ['form.compose-form'],
  submit: ['.compose-form__submit button[type="submit"]', 'button[type="submit"]'],
  // "Post anyway" is the second action of the modal that asks for a missing description.
  confirmers: ['.safety-action-modal__actions .spacer + .link-button'],
  // The chord calls the site's handler directly: there is no submit event.
  keys: ['Mod+Enter'],
  keyFields: ['#cw-spoiler-input', '.spoiler-input__input'],
  warning: ['#cw-spoiler-input', '.spoiler-input__input'],
  form: true,
  media: [
    '.compose-form__upload__thumbnail',
    '.compose-form__uploads img',
    '.compose-form__uploads video',
    '.compose-form__uploads audio',
  ],
  counter,
};

const status = {
  method: 'POST',
  text: ['status'],
  warning: ['spoiler_text'],
  answer: { values: { url: ['url'] }, permalink: '{url}', refused: ['error'] },
} as const satisfies Partial<PublishRequest>;

export const MASTODON: SiteDefinition = {
  ...CATALOGUE.mastodon,
  // Any instance, and the clients Elk and Phanpy, on a host the person switched on.
  marks: [
    'form.compose-form',
    '#mastodon[data-props]',
    'script#initial-state',
    '#compose-container',
    '.publish-button',
  ],
  composers: [
    {
      ...form,
      id: 'edit',
      kind: 'edit',
      when: { selector: ['.edit-indicator'] },
    },
    { ...form, id: 'reply', kind: 'reply', when: { selector: ['.reply-indicator'] } },
    { ...form, id: 'quote', kind: 'quote', when: { selector: ['.status__quote'] } },
    { ...form, id: 'post', kind: 'post' },
    {
      id: 'elk',
      kind: 'post',
      when: { selector: ['.publish-button'] },
      editor: ['.ProseMirror[contenteditable="true"]'],
      engine: 'prosemirror',
      root: [],
      submit: ['.publish-button'],
      warning: ['div:has(~ div .ProseMirror) > input[type="text"]'],
      keys: ['Mod+Enter'],
      form: false,
      media: ['img[src^="blob:"]', 'video'],
      counter,
    },
    {
      id: 'phanpy',
      kind: 'post',
      editor: ['#compose-container textarea[name="status"]', '#compose-container form textarea'],
      engine: 'textarea',
      root: ['#compose-container form', '#compose-container'],
      submit: ['button[type="submit"]'],
      // Without a warning it is there, but cannot be seen.
      warning: ['[name="spoilerText"]:not([style*="none"])'],
      keys: ['Mod+Enter'],
      form: true,
      media: ['.media-attachments img', '.media-attachments video'],
      counter,
    },
  ],
  confirm: {
    toast: ['.notification-bar-active', '.notification-bar', '.toastify'],
    permalink: ['.notification-bar a[href]', '.toastify[href]'],
    // Success and refusal look alike: what tells them apart is whether the text is still there.
    failure: ['.notification-bar'],
    arrived: {
      items: ['.status, .detailed-status'],
      link: ['a.status__relative-time, a.detailed-status__datetime'],
      text: ['.status__content'],
    },
  },
  publish: [
    {
      ...status,
      path: '/api/v1/statuses',
      bodyHas: ['"scheduled_at":"'],
      what: 'schedule',
      answer: { values: { time: ['scheduled_at', 'request:scheduled_at'] }, refused: ['error'] },
    },
    { ...status, path: '/api/v1/statuses', bodyLacks: ['"scheduled_at":"'], what: 'publish' },
    { ...status, method: 'PUT', path: '/api/v1/statuses/*', what: 'edit' },
  ],
};
