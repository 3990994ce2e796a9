import type { ComposerDefinition, PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

/** The header of a post that is not out yet has one of these, or the panel before the last step is open. */
const UNPUBLISHED =
  '.editor-post-publish-panel__toggle, .editor-post-save-draft, .editor-post-saved-state, .editor-post-publish-panel__prepublish';

const blocks: Omit<ComposerDefinition, 'id' | 'kind' | 'keys'> = {
  // The list of all blocks, or the same as code.
  editor: ['.is-root-container', 'textarea.editor-post-text-editor'],
  editorFrame: ['iframe[name="editor-canvas"]'],
  engine: 'blocks',
  title: ['.editor-post-title__input'],
  root: ['body.block-editor-page'],
  submit: ['.editor-post-publish-button'],
  // The text stays in sight on the last step.
  steps: { toText: [], toSubmit: ['.editor-post-publish-panel__toggle'] },
  // Its shortcuts work wherever the focus is.
  keyFields: ['body.block-editor-page', '.editor-post-title__input'],
  form: false,
  media: [
    '.is-root-container img:not(.emoji)',
    '.is-root-container :is(video, audio)',
    '.editor-post-featured-image img',
  ],
  counter: { type: 'plain', limit: 0 },
};

const classic: Omit<ComposerDefinition, 'id' | 'kind'> = {
  // The text mode; else the visual one, in its frame.
  editor: ['.html-active textarea#content', 'body#tinymce'],
  editorFrame: ['.tmce-active #content_ifr'],
  engine: 'generic',
  title: ['#title'],
  root: ['form#post'],
  submit: ['#publish'],
  keys: [],
  form: true,
  media: ['body#tinymce img:not(.emoji)', '#postimagediv img'],
  counter: { type: 'plain', limit: 0 },
};

const comment: Omit<ComposerDefinition, 'id' | 'kind'> = {
  editor: ['#commentform textarea[name="comment"]'],
  engine: 'textarea',
  root: ['#commentform'],
  submit: ['[type="submit"]'],
  keys: [],
  form: true,
  media: [],
  counter: { type: 'plain', limit: 0 },
};

const send = {
  method: 'POST',
  // A change of the title alone has no text.
  text: ['content', 'title'],
  as: 'html',
  answer: { values: { link: ['link'], time: ['date_gmt'] }, permalink: '{link}' },
} as const satisfies Partial<PublishRequest>;

/** Drafts are saved to the same addresses. An update of what is out says nothing of its status, nor do later drafts. */
const restRules = (
  path: string,
  query: readonly string[] = [],
  aside: readonly string[] = [],
): PublishRequest[] =>
  (
    [
      ['publish', ['"status":"publish"'], []],
      ['schedule', ['"status":"future"'], []],
      ['edit', [], ['"status":']],
    ] as const
  ).map(([what, has, lacks]) => ({
    ...send,
    what,
    path,
    text: [...send.text],
    bodyHas: [...query, ...has],
    bodyLacks: [...aside, ...lacks],
  }));

export const WORDPRESS: SiteDefinition = {
  ...CATALOGUE.wordpress,
  marks: [
    'meta[name="generator"][content^="WordPress"]',
    'link[rel="https://api.w.org/"]',
    'body.wp-admin',
    '#commentform #comment_post_ID',
  ],
  composers: [
    {
      ...blocks,
      id: 'block-edit',
      kind: 'edit',
      when: { selector: [`body:not(:has(${UNPUBLISHED})) .editor-post-publish-button`] },
      keys: ['Mod+S'],
    },
    { ...blocks, id: 'block', kind: 'article', keys: [] },
    {
      ...classic,
      id: 'classic-edit',
      kind: 'edit',
      when: { selector: ['#original_post_status:is([value="publish"], [value="future"])'] },
    },
    { ...classic, id: 'classic', kind: 'article', notSubmit: ['[name="save"]'] },
    { ...comment, id: 'reply', kind: 'reply', when: { selector: ['#comment_parent:not([value="0"])'] } },
    { ...comment, id: 'comment', kind: 'comment' },
  ],
  confirm: {
    toast: ['.components-snackbar', '.post-publish-panel__postpublish'],
    permalink: [
      '.post-publish-panel__postpublish-header a[href]',
      'a.components-snackbar__action[href]',
      '#message.updated a[href]:not([href*="preview="])',
    ],
    failure: ['.components-notice.is-error', '#message.error', '.wp-die-message'],
    arrived: {
      items: ['li.comment'],
      link: ['a[href*="#comment-"]'],
    },
  },
  publish: [
    // Posts and pages, in a folder of the host too.
    ...['/wp-json/wp/v2/p*', '/*/wp-json/wp/v2/p*'].flatMap((path) => [
      ...restRules(path),
      ...restRules(`${path}/*`),
    ]),
    // Without pretty addresses the route is a parameter.
    ...['/', '/index.php'].flatMap((path) =>
      restRules(path, ['rest_route='], ['/autosaves&', '%2Fautosaves&']),
    ),
    { method: 'POST', path: '/wp-comments-post.php', what: 'publish', text: ['comment'] },
  ],
};
