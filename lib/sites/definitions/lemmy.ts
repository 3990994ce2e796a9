import type { ComposerDefinition, PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

const box = {
  engine: 'textarea',
  // The chord calls the handler directly: there is no submit event.
  keys: ['Mod+Enter'],
  submit: ['button[type="submit"]'],
  form: true,
  // Pictures are links in the text.
  media: [],
} as const satisfies Partial<ComposerDefinition>;

const post: Omit<ComposerDefinition, 'id' | 'kind'> = {
  ...box,
  editor: ['form.post-form textarea[id^="markdown-textarea-"]'],
  title: ['#post-title'],
  root: ['form.post-form'],
  counter: { type: 'plain', limit: 50_000 },
};

const comment = (editor: string): Omit<ComposerDefinition, 'id' | 'kind'> => ({
  ...box,
  editor: [`${editor} textarea[id^="markdown-textarea-"]`],
  root: ['.comment-form'],
  counter: { type: 'plain', limit: 10_000 },
});

const send = { as: 'markdown' } as const satisfies Partial<PublishRequest>;
const sendPost = {
  ...send,
  path: '/api/v*/post',
  text: ['body'],
  answer: { values: { id: ['post_view.post.id'] }, permalink: '/post/{id}', refused: ['error'] },
} as const satisfies Partial<PublishRequest>;
const sendComment = {
  ...send,
  path: '/api/v*/comment',
  text: ['content'],
  answer: { values: { id: ['comment_view.comment.id'] }, permalink: '/comment/{id}', refused: ['error'] },
} as const satisfies Partial<PublishRequest>;

export const LEMMY: SiteDefinition = {
  ...CATALOGUE.lemmy,
  marks: ['#app.lemmy-site', 'form.post-form textarea[id^="markdown-textarea-"]'],
  composers: [
    { ...post, id: 'edit-post', kind: 'edit', when: { path: ['/post/*'] } },
    { ...post, id: 'post', kind: 'post' },
    { ...comment('.comment-node .comment-form'), id: 'edit-comment', kind: 'edit' },
    { ...comment('.comment .comment-form'), id: 'reply', kind: 'reply' },
    { ...comment('.comment-form'), id: 'comment', kind: 'comment' },
  ],
  confirm: {
    toast: [],
    permalink: [],
    failure: ['.toastify', '.toast'],
    arrived: {
      pages: ['/post/*'],
      items: ['.comment-node'],
      link: ['a[href*="/comment/"]'],
      text: ['.md-div'],
    },
  },
  publish: [
    { ...sendPost, method: 'POST', bodyHas: ['"scheduled_publish_time":'], what: 'schedule' },
    { ...sendPost, method: 'POST', bodyLacks: ['"scheduled_publish_time":'], what: 'publish' },
    { ...sendPost, method: 'PUT', what: 'edit' },
    { ...sendComment, method: 'POST', what: 'publish' },
    { ...sendComment, method: 'PUT', what: 'edit' },
  ],
};
