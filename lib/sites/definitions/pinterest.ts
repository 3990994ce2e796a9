import type { SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

export const PINTEREST: SiteDefinition = {
  ...CATALOGUE.pinterest,
  marks: [],
  composers: [
    {
      id: 'pin',
      kind: 'post',
      when: { path: ['/pin-creation-tool', '/pin-builder'] },
      editor: [
        '[aria-label="Add a detailed description"][contenteditable="true"]',
        '.public-DraftEditor-content[contenteditable="true"]',
      ],
      title: ['#storyboard-selector-title'],
      engine: 'draft',
      root: [],
      submit: ['[data-test-id="storyboard-creation-nav-done"] button'],
      confirmers: ['[data-test-id="schedule-pin-confirm-button"]'],
      keys: [],
      form: false,
      media: ['[data-test-id="storyboard-upload-preview"] img', 'img[src^="blob:"]', 'video'],
      counter: { type: 'plain', limit: 500 },
    },
  ],
  confirm: {
    toast: ['[data-test-id="toast"]:has(a[href*="/pin/"])', '[role="status"]:has(a[href*="/pin/"])'],
    permalink: ['[data-test-id="toast"] a[href*="/pin/"]', '[role="status"] a[href*="/pin/"]'],
    failure: ['[data-test-id="toast"]:not(:has(a))'],
  },
  publish: [
    {
      method: 'POST',
      path: '/resource/PinResource/create/',
      what: 'publish',
      text: ['data.options.description'],
      answer: {
        values: { id: ['resource_response.data.id'] },
        permalink: '/pin/{id}/',
        refused: ['resource_response.error'],
      },
    },
  ],
};
