import type { ComposerDefinition, PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

/** Of all boxes but those of comments. */
const OWN_BOX = '[contenteditable="true"][role="textbox"]:not(form[role="presentation"] *)';

const box = {
  engine: 'lexical',
  submitByName: true,
  form: false,
  media: ['img[src^="blob:"]', 'video'],
} as const satisfies Partial<ComposerDefinition>;

const post = {
  ...box,
  submit: ['[role="button"][aria-label="Post"]', '[role="button"][aria-label="Publish"]'],
  // "Post audience" and its like carry an icon.
  notSubmit: ['[role="button"]:has(svg, i, img)'],
  // Pages and reels ask more before the last step.
  steps: {
    toText: ['[role="dialog"] [role="button"][aria-label="Back"]', '[role="button"][aria-label="Back"]'],
    toSubmit: ['[role="button"][aria-label="Next"]', '[role="button"][aria-label="Continue"]'],
  },
  keys: [],
  counter: { type: 'plain', limit: 63_206 },
} as const satisfies Partial<ComposerDefinition>;

/** One path for everything; the operation stands in a field of the form. Several JSON documents come back. */
const graphql = {
  method: 'POST',
  path: '/api/graphql/',
  text: ['variables.input.message.text'],
} as const satisfies Partial<PublishRequest>;

const create = {
  ...graphql,
  answer: {
    values: { url: ['data.story_create.story.url'] },
    permalink: '{url}',
    refused: ['errors', 'error'],
  },
} as const satisfies Partial<PublishRequest>;

export const FACEBOOK: SiteDefinition = {
  ...CATALOGUE.facebook,
  marks: [],
  composers: [
    {
      ...box,
      id: 'comment',
      kind: 'comment',
      editor: ['form[role="presentation"] [contenteditable="true"][role="textbox"]'],
      root: ['form[role="presentation"]'],
      submit: ['[role="button"][aria-label="Comment"]', '[role="button"][aria-label="Post comment"]'],
      keys: ['Enter'],
      counter: { type: 'plain', limit: 8000 },
    },
    {
      ...post,
      id: 'reel',
      kind: 'post',
      // A film that is posted becomes a reel.
      when: { selector: ['[role="dialog"] video'], path: ['/reels/create/**', '/reel/create/**'] },
      editor: [OWN_BOX],
      root: ['[role="dialog"]', '[role="form"]'],
      nativeSwitch: { path: ['Add AI label'] },
    },
    {
      ...post,
      id: 'post',
      kind: 'post',
      editor: [`[role="dialog"] ${OWN_BOX}`],
      root: ['[role="dialog"]'],
    },
  ],
  confirm: {
    toast: ['[role="alert"]:has(a[href*="/posts/"], a[href*="/reel/"])'],
    permalink: ['[role="alert"] a[href*="/posts/"]', '[role="alert"] a[href*="/reel/"]'],
    failure: ['[role="alert"]:not(:has(a))'],
  },
  publish: [
    { ...graphql, bodyHas: ['ComposerStoryEditMutation'], what: 'edit' },
    {
      ...create,
      bodyHas: ['ComposerStoryCreateMutation', 'scheduled_publish_time'],
      what: 'schedule',
    },
    {
      ...create,
      bodyHas: ['ComposerStoryCreateMutation'],
      bodyLacks: ['scheduled_publish_time'],
      what: 'publish',
    },
    {
      ...graphql,
      bodyHas: ['useCometUFICreateCommentMutation'],
      what: 'publish',
      answer: {
        values: {
          url: [
            'data.comment_create.feedback_comment_edge.node.url',
            'data.comment_create.feedback_comment_edge.node.feedback.url',
          ],
        },
        permalink: '{url}',
        refused: ['errors', 'error'],
      },
    },
    { ...graphql, bodyHas: ['useCometUFIEditCommentMutation'], what: 'edit' },
  ],
};
