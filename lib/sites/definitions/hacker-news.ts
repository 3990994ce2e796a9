import type { ComposerDefinition, PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

const field = (action: string): Omit<ComposerDefinition, 'id' | 'kind'> => ({
  editor: [`form[action="${action}"] textarea[name="text"]`],
  engine: 'textarea',
  root: [`form[action="${action}"]`],
  submit: ['input[type="submit"]'],
  keys: [],
  form: true,
  media: [],
  counter: { type: 'plain', limit: 0 },
});

const send = { method: 'POST', what: 'publish', text: ['text'] } as const satisfies Partial<PublishRequest>;

export const HACKER_NEWS: SiteDefinition = {
  ...CATALOGUE['hacker-news'],
  marks: [],
  composers: [
    { ...field('/r'), id: 'submit', kind: 'post', title: ['form[action="/r"] input[name="title"]'] },
    { ...field('xedit'), id: 'edit', kind: 'edit' },
    { ...field('comment'), id: 'reply', kind: 'reply', when: { path: ['/reply'] } },
    { ...field('comment'), id: 'comment', kind: 'comment' },
  ],
  confirm: {
    toast: [],
    permalink: [],
    failure: [],
    arrived: {
      items: ['tr.athing'],
      link: ['.age a[href^="item?id="]'],
      text: ['.commtext'],
      pageText: ['.toptext'],
    },
  },
  // Forms that the browser sends: the answer is another page, without an id.
  publish: [
    { ...send, path: '/r', bodyHas: ['fnop=submit-page'], text: ['text', 'title'] },
    { ...send, path: '/comment', bodyHas: ['parent='] },
    { ...send, path: '/xedit', what: 'edit' },
  ],
};
