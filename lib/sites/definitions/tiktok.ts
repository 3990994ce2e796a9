import type { SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

export const TIKTOK: SiteDefinition = {
  ...CATALOGUE.tiktok,
  marks: [],
  composers: [
    {
      id: 'upload',
      kind: 'post',
      editor: ['[data-e2e="caption_container"] [contenteditable="true"]'],
      engine: 'draft',
      root: [],
      submit: ['[data-e2e="post_video_button"]'],
      // A question may follow the press; what says yes to it publishes too.
      confirmers: ['.common-modal-confirm-modal .common-modal-footer button[data-type="primary"]'],
      waits: ['.common-modal-confirm-modal'],
      keys: [],
      form: false,
      media: ['video', '[data-e2e="upload_preview"] img'],
      counter: { type: 'plain', limit: 2200 },
      nativeSwitch: {
        path: ['Show more', 'AI-generated content'],
        control: ['[data-e2e="aigc_container"] .Switch__content'],
        reveal: ['[data-e2e="advanced_settings_container"]'],
        confirm: ['.common-modal-footer button[data-type="primary"]'],
      },
    },
    {
      id: 'comment',
      kind: 'comment',
      editor: ['[data-e2e="comment-input"] [contenteditable]'],
      engine: 'draft',
      root: [],
      submit: ['[data-e2e="comment-post"]'],
      keys: ['Enter'],
      form: false,
      media: [],
      counter: { type: 'plain', limit: 150 },
    },
  ],
  confirm: {
    toast: ['[data-e2e="upload_success"]'],
    permalink: [],
    failure: ['[data-e2e="upload_error"]'],
  },
  publish: [
    {
      method: 'POST',
      path: '/tiktok/web/project/post/v1/',
      what: 'publish',
      text: ['single_post_req_list.0.single_post_feature_info.text'],
      answer: { values: { id: ['single_post_resp_list.0.item_id'] } },
    },
    { method: 'POST', path: '/api/comment/publish/', what: 'publish' },
  ],
};
