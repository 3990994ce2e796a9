import type { ComposerDefinition, PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

type Box = Omit<ComposerDefinition, 'id' | 'kind'>;

const TOGGLE = '.editor-post-publish-panel__toggle';

/** What hangs on a post in both of its editors. */
const media = [
  ':is(.is-root-container, #tinymce) :is(img:not(.emoji), video, audio)',
  ':is(.editor-post-featured-image, #postimagediv) img',
];
const counter = { type: 'plain', limit: 0 } as const;

const blocks: Box = {
  // The list of all blocks, or the same as code.
  editor: ['.is-root-container', '.editor-post-text-editor'],
  editorFrame: ['iframe[name="editor-canvas"]'],
  engine: 'blocks',
  title: ['.editor-post-title__input'],
  root: ['body.block-editor-page'],
  submit: ['.editor-post-publish-button'],
  // The text stays in sight on the last step.
  steps: { toText: [], toSubmit: [TOGGLE] },
  keys: [],
  // Its shortcuts work wherever the focus is.
  keyFields: ['body.block-editor-page', '.editor-post-title__input'],
  form: false,
  media,
  counter,
};

const classic: Box = {
  // The text mode; else the visual one, in its frame.
  editor: ['.html-active #content', '#tinymce'],
  editorFrame: ['.tmce-active #content_ifr'],
  engine: 'generic',
  title: ['#title'],
  root: ['form#post'],
  submit: ['#publish'],
  keys: [],
  form: true,
  media,
  counter,
};

const comment: Box = {
  editor: ['#commentform textarea[name="comment"]'],
  engine: 'textarea',
  root: ['#commentform'],
  submit: ['[type="submit"]'],
  keys: [],
  form: true,
  media: [],
  counter,
};

/** Drafts are saved to the same addresses. An update of what is out says nothing of its status, nor do later drafts. */
const posts = (path: string, ...bodyHas: string[]): PublishRequest[] =>
  (['publish', 'schedule', 'edit'] as const).map((what) => ({
    method: 'POST',
    path,
    what,
    bodyHas:
      what === 'edit' ? bodyHas : [...bodyHas, `"status":"${what === 'publish' ? 'publish' : 'future'}"`],
    bodyLacks: ['%2Fautosaves&', ...(what === 'edit' ? ['"status":'] : [])],
    text: ['content'],
    as: 'html',
    answer: { values: { link: ['link'], time: ['date_gmt'] }, permalink: '{link}' },
  }));

export const WORDPRESS: SiteDefinition = {
  ...CATALOGUE.wordpress,
  marks: ['meta[name="generator"][content^="WordPress"]', 'body.wp-admin', '#comment_post_ID'],
  composers: [
    {
      ...blocks,
      id: 'block-edit',
      kind: 'edit',
      // What is not out yet has the button of the first of two steps, or one that saves a draft.
      when: {
        selector: [
          `body:not(:has(${TOGGLE}, .editor-post-save-draft, .editor-post-saved-state)) .editor-post-publish-button`,
        ],
      },
      keys: ['Mod+S'],
    },
    { ...blocks, id: 'block', kind: 'article' },
    {
      ...classic,
      id: 'classic-edit',
      kind: 'edit',
      when: { selector: ['#original_post_status:is([value="publish"], [value="future"])'] },
    },
    { ...classic, id: 'classic', kind: 'article', notSubmit: ['[name="save"]'] },
    { ...comment, id: 'reply', kind: 'reply', when: { selector: ['#comment_parent:not([value="0"])'] } },
    { ...comment, id: 'comment', kind: 'comment' },
    // Among the comments in the site's own pages for its authors.
    {
      ...comment,
      id: 'answer',
      kind: 'reply',
      editor: ['#replycontent'],
      root: ['#replyrow td'],
      submit: ['.save'],
      form: false,
    },
  ],
  confirm: {
    toast: ['.components-snackbar'],
    permalink: [
      '.post-publish-panel__postpublish-header a[href]',
      'a.components-snackbar__action[href]',
      '#message.updated a[href]:not([href*="preview="])',
    ],
    failure: ['.components-notice.is-error', '#replysubmit .error'],
    arrived: { items: ['li.comment'], link: ['a[href*="#comment-"]'] },
  },
  publish: [
    // Posts and pages, in a folder of the host too; without pretty addresses the route is a parameter.
    ...['', '/*'].flatMap((folder) => [
      ...posts(`${folder}/wp-json/wp/v2/p*`),
      ...posts(`${folder}/wp-json/wp/v2/p*/*`),
      ...posts(`${folder}/index.php`, 'rest_route=%2Fwp%2Fv2%2Fp'),
    ]),
    { method: 'POST', path: '/wp-comments-post.php', what: 'publish', text: ['comment'] },
    {
      method: 'POST',
      path: '/wp-admin/admin-ajax.php',
      bodyHas: ['action=replyto-comment'],
      what: 'publish',
      text: ['content'],
    },
  ],
};
