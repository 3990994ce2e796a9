import type { PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

const post = { type: 'plain', limit: 3000 } as const;
const comment = { type: 'plain', limit: 1250 } as const;
const fold = { characters: 210 };

/** The shape of the answer is not known, but the post's name stands somewhere in it. */
const share = {
  method: 'POST',
  path: '/voyager/api/graphql',
  text: ['variables.post.commentary.text', 'variables.*.commentary.text', 'commentary.text'],
  answer: {
    values: { urn: ['~urn:li:activity:', '~urn:li:share:', '~urn:li:ugcPost:'] },
    permalink: '/feed/update/{urn}/',
    refused: ['errors'],
  },
} as const satisfies Partial<PublishRequest>;

export const LINKEDIN: SiteDefinition = {
  ...CATALOGUE.linkedin,
  marks: [],
  composers: [
    {
      // Classic box: Quill 1 in the open shadow root of #interop-outlet.
      id: 'share-box',
      kind: 'post',
      editor: [
        '.share-box-v2__modal .ql-editor',
        '[data-test-modal-id="sharebox"] .ql-editor',
        '[data-test-ql-editor-contenteditable="true"]',
        '.share-box .ql-editor',
      ],
      engine: 'quill',
      root: ['.share-box-v2__modal', '[data-test-modal-id="sharebox"] [role="dialog"]', '[role="dialog"]'],
      submit: ['button.share-actions__primary-action'],
      keys: [],
      form: false,
      media: [
        '.share-creation-state__preview-container img',
        '.share-creation-state__preview-container video',
        '#ShareBoxpreviewCard img',
        '#ShareBoxpreviewCard video',
      ],
      counter: post,
      fold,
    },
    {
      // New box: TipTap in a native modal dialog, class names hashed, button text localised.
      id: 'share-dialog',
      kind: 'post',
      editor: [
        'dialog [componentkey="ShareBox_textEditor"] [contenteditable="true"]',
        'dialog [data-testid="ui-core-tiptap-text-editor-wrapper"] [contenteditable="true"]',
        'dialog [componentkey="ShareBox_textEditor"][contenteditable="true"]',
      ],
      engine: 'prosemirror',
      root: ['dialog:has([data-sdui-screen*="sharing.ShareCompose"])'],
      submit: [],
      submitIsLastTextButton: true,
      keys: [],
      form: false,
      media: ['[componentkey*="ShareBox_preview" i] img', '[componentkey*="ShareBox_preview" i] video'],
      counter: post,
      fold,
    },
    {
      id: 'comment',
      kind: 'comment',
      editor: [
        'form.comments-comment-box__form .ql-editor',
        'form.comments-comment-box__form [contenteditable="true"]',
      ],
      engine: 'quill',
      root: ['form.comments-comment-box__form'],
      submit: [
        'button.comments-comment-box__submit-button--cr',
        'button.comments-comment-box__submit-button',
      ],
      keys: ['Mod+Enter'],
      form: true,
      media: ['.comments-comment-box__detour-container img'],
      counter: comment,
    },
    {
      id: 'comment-box',
      kind: 'comment',
      editor: ['[componentkey^="commentBox-"] [contenteditable="true"]'],
      engine: 'prosemirror',
      root: ['[componentkey^="commentBox-"]'],
      submit: [
        'button[componentkey*="commentButtonSection"]',
        '[componentkey*="commentButtonSection"] button',
      ],
      keys: ['Mod+Enter'],
      form: false,
      media: ['img[src^="blob:"]'],
      counter: comment,
    },
  ],
  confirm: {
    toast: [
      '.artdeco-toast-item--visible',
      '[data-test-artdeco-toast-item-type="success"]',
      '[role="status"]:has(a[href*="/feed/update/"])',
    ],
    permalink: [
      '.artdeco-toast-item a[href*="/feed/update/"]',
      '[data-test-artdeco-toast-item-type="success"] a[href*="/feed/update/"]',
      '[role="status"] a[href*="/feed/update/"]',
    ],
    failure: ['[data-test-artdeco-toast-item-type="error"]', '.artdeco-inline-feedback--error'],
    arrived: { pageText: ['.feed-shared-update-v2 .update-components-text'] },
  },
  publish: [
    {
      ...share,
      bodyHas: ['voyagerContentcreationDashShares', 'intendedShareLifeCycleState', 'SCHEDULED'],
      bodyLacks: ['resourceKey', 'updateUrn'],
      what: 'schedule',
    },
    {
      ...share,
      bodyHas: ['voyagerContentcreationDashShares', 'intendedShareLifeCycleState'],
      bodyLacks: ['SCHEDULED', 'resourceKey', 'updateUrn'],
      what: 'publish',
    },
    {
      ...share,
      bodyHas: ['voyagerContentcreationDashShares', 'resourceKey', 'commentary'],
      what: 'edit',
    },
    { ...share, path: '/voyager/api/contentcreation/normShares', what: 'publish' },
    {
      method: 'POST',
      path: '/voyager/api/voyagerSocialDashNormComments',
      what: 'publish',
      text: ['commentary.text'],
    },
    { method: 'POST', path: '/*', bodyHas: ['comments.createComment'], what: 'publish' },
  ],
};
