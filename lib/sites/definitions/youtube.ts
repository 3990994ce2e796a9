import type { ComposerDefinition, PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

/** Studio: title and description are editable regions of their own, saved when they lose the focus. */
const studio = {
  engine: 'generic',
  keys: [],
  form: false,
  media: [],
  counter: { type: 'plain', limit: 5000 },
} as const satisfies Partial<ComposerDefinition>;

const box = {
  engine: 'generic',
  // The page holds a twin of the button without any size: the visible one is taken.
  submit: ['ytd-button-renderer#submit-button button', '#submit-button button'],
  keys: ['Mod+Enter'],
  form: false,
  media: ['img[src^="blob:"]'],
} as const satisfies Partial<ComposerDefinition>;

const comment = {
  method: 'POST',
  what: 'publish',
  text: ['commentText'],
} as const satisfies Partial<PublishRequest>;

export const YOUTUBE: SiteDefinition = {
  ...CATALOGUE.youtube,
  marks: [],
  composers: [
    {
      ...studio,
      id: 'upload',
      kind: 'post',
      editor: ['ytcp-uploads-dialog #description-textarea #textbox'],
      title: ['ytcp-uploads-dialog #title-textarea #textbox'],
      root: ['ytcp-uploads-dialog'],
      // The playlist dialog has a button of the same id.
      submit: ['ytcp-uploads-dialog ytcp-button#done-button'],
      steps: { toText: ['#step-badge-0'], toSubmit: ['#step-badge-3'] },
      nativeSwitch: {
        path: ['Show more', 'Altered content', 'Yes'],
        control: ['tp-yt-paper-radio-button[name="VIDEO_HAS_ALTERED_CONTENT_YES"]'],
        reveal: ['ytcp-uploads-dialog ytcp-button#toggle-button'],
      },
    },
    {
      ...studio,
      id: 'edit',
      kind: 'edit',
      when: { path: ['/video/*/edit'] },
      editor: ['#description-textarea #textbox'],
      title: ['#title-textarea #textbox'],
      root: [],
      submit: ['ytcp-button#save'],
      nativeSwitch: {
        path: ['Show more', 'Altered content', 'Yes'],
        control: ['tp-yt-paper-radio-button[name="VIDEO_HAS_ALTERED_CONTENT_YES"]'],
        reveal: ['ytcp-button#toggle-button'],
      },
    },
    {
      ...box,
      id: 'community',
      kind: 'post',
      editor: ['ytd-backstage-post-dialog-renderer #contenteditable-root'],
      root: ['ytd-backstage-post-dialog-renderer'],
      counter: { type: 'plain', limit: 0 },
    },
    {
      ...box,
      id: 'comment',
      kind: 'comment',
      editor: [
        'ytd-commentbox #contenteditable-root',
        'ytd-comment-simplebox-renderer #contenteditable-root',
      ],
      root: ['ytd-comment-simplebox-renderer', 'ytd-comment-dialog-renderer', 'ytd-commentbox'],
      counter: { type: 'plain', limit: 10_000 },
      fold: { lines: 4 },
    },
  ],
  confirm: {
    toast: ['ytcp-video-share-dialog', 'ytcp-uploads-still-processing-dialog', 'tp-yt-paper-toast'],
    permalink: ['ytcp-video-share-dialog a[href]', 'ytcp-uploads-still-processing-dialog a[href]'],
    failure: ['ytcp-uploads-dialog .error-short', 'ytcp-form-input-container[invalid] .error-message'],
  },
  publish: [
    {
      method: 'POST',
      path: '/youtubei/v1/video_manager/metadata_update',
      bodyHas: ['encryptedVideoId', 'newPrivacy'],
      what: 'publish',
      text: ['description.newDescription'],
      answer: {
        values: { id: ['request:encryptedVideoId'] },
        permalink: 'https://www.youtube.com/watch?v={id}',
      },
    },
    {
      method: 'POST',
      path: '/youtubei/v1/video_manager/metadata_update',
      bodyHas: ['encryptedVideoId', 'newDescription'],
      bodyLacks: ['newPrivacy'],
      what: 'edit',
      text: ['description.newDescription'],
    },
    { method: 'POST', path: '/youtubei/v1/backstage/create_post', what: 'publish', text: ['commentText'] },
    { ...comment, path: '/youtubei/v1/comment/create_comment' },
    { ...comment, path: '/youtubei/v1/comment/create_comment_reply' },
  ],
};
