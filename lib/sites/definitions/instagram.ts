import type { PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

const counter = { type: 'plain', limit: 2200 } as const;

const configure = {
  method: 'POST',
  what: 'publish',
  text: ['caption'],
  answer: { values: { code: ['media.code'] }, permalink: '/p/{code}/', refused: ['message'] },
} as const satisfies Partial<PublishRequest>;

export const INSTAGRAM: SiteDefinition = {
  ...CATALOGUE.instagram,
  marks: [],
  composers: [
    {
      id: 'comment',
      kind: 'comment',
      editor: ['form textarea', 'form [contenteditable="true"][role="textbox"]'],
      engine: 'textarea',
      root: ['form'],
      submit: [],
      submitByName: true,
      notSubmit: ['[role="button"]:has(svg)'],
      keys: ['Enter'],
      form: true,
      media: [],
      counter,
    },
    {
      // The text stands on the last of several steps, beside the word that publishes.
      id: 'post',
      kind: 'post',
      editor: [
        '[role="dialog"] [data-lexical-editor="true"][contenteditable="true"]:not(form *)',
        '[role="dialog"] textarea:not(form *)',
      ],
      engine: 'lexical',
      root: ['[role="dialog"]'],
      submit: [],
      submitByName: true,
      // "Share to" is a list that opens.
      notSubmit: ['[role="button"]:has(svg)'],
      // The box is gone while the picture is sent: that proves nothing yet.
      waits: ['[role="dialog"]:has([role="progressbar"])'],
      keys: [],
      form: false,
      media: ['[style*="blob:"]', 'img[src^="blob:"]', 'video'],
      counter,
      nativeSwitch: { path: ['Advanced settings', 'Add AI label'] },
    },
  ],
  confirm: {
    toast: [
      '[role="dialog"] img[alt="Animated checkmark"]',
      '[role="dialog"][aria-label="Post shared"]',
      '[role="dialog"][aria-label="Reel shared"]',
    ],
    permalink: [],
    failure: ['[role="alert"]'],
  },
  publish: [
    { ...configure, path: '/api/v1/media/configure/' },
    { ...configure, path: '/api/v1/media/configure_sidecar/' },
    { ...configure, path: '/api/v1/media/configure_to_clips/' },
    { ...configure, path: '/api/v1/media/configure_to_story/' },
    { method: 'POST', path: '/api/v1/web/comments/*/add/', what: 'publish', text: ['comment_text'] },
  ],
};
