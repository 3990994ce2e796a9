import type { ComposerDefinition, PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

/** All boxes of X share their markup; only what stands around them tells them apart. */
const box: Omit<ComposerDefinition, 'id' | 'kind'> = {
  editor: [
    '[data-testid^="tweetTextarea_"][contenteditable="true"]',
    // The mobile web layout wraps a plain textarea.
    'textarea[data-testid^="tweetTextarea"]',
    '[data-testid^="tweetTextarea"] textarea',
  ],
  engine: 'draft',
  // The tool bar with the button is a sibling of the editor: outside a modal, climb to what holds both.
  root: ['[role="dialog"]'],
  submit: ['[data-testid="tweetButton"]', '[data-testid="tweetButtonInline"]'],
  keys: ['Mod+Enter'],
  form: false,
  media: [
    '[data-testid="attachments"] img',
    '[data-testid="attachments"] video',
    '[data-testid="attachments"] audio',
  ],
  counter: { type: 'x-weighted', limit: 280 },
  fold: { characters: 280 },
  nativeSwitch: { path: ['Content disclosure', 'Made with AI'] },
};

/** Status 200 carries refusals too. The result stands one level deeper where the post is limited in who may see it. */
const create = {
  method: 'POST',
  text: ['variables.tweet_text', 'variables.post_tweet_request.status'],
  answer: {
    values: {
      id: [
        'data.create_tweet.tweet_results.result.rest_id',
        'data.create_tweet.tweet_results.result.tweet.rest_id',
        'data.notetweet_create.tweet_results.result.rest_id',
        'data.notetweet_create.tweet_results.result.tweet.rest_id',
      ],
    },
    permalink: '/i/status/{id}',
    refused: ['errors'],
  },
} as const satisfies Partial<PublishRequest>;

export const X: SiteDefinition = {
  ...CATALOGUE.x,
  marks: [],
  composers: [
    // Editing keeps the box and the button; only the address is known to differ.
    { ...box, id: 'edit', kind: 'edit', when: { path: ['/compose/**/edit', '/*/status/*/edit'] } },
    {
      ...box,
      id: 'quote',
      kind: 'quote',
      when: {
        selector: [
          '[data-testid="attachments"] [data-testid="tweetText"]',
          '[data-testid="attachments"] [data-testid="User-Name"]',
        ],
      },
    },
    {
      ...box,
      id: 'reply',
      kind: 'reply',
      when: { selector: ['article[data-testid="tweet"]'], path: ['/*/status/**'] },
    },
    { ...box, id: 'post', kind: 'post' },
  ],
  confirm: {
    toast: ['[data-testid="toast"]:has(a[href*="/status/"])'],
    permalink: ['[data-testid="toast"] a[href*="/status/"]'],
    failure: ['[data-testid="toast"]:not(:has(a))'],
    arrived: {
      items: ['article[data-testid="tweet"]'],
      link: ['a[href*="/status/"]:has(time)'],
      text: ['[data-testid="tweetText"]'],
      ids: ['/*/status/*'],
    },
  },
  publish: [
    {
      ...create,
      path: '/i/api/graphql/*/CreateTweet',
      bodyHas: ['previous_tweet_id'],
      what: 'edit',
    },
    {
      ...create,
      path: '/i/api/graphql/*/CreateTweet',
      bodyLacks: ['previous_tweet_id'],
      what: 'publish',
    },
    { ...create, path: '/i/api/graphql/*/CreateNoteTweet', what: 'publish' },
    {
      ...create,
      path: '/i/api/graphql/*/CreateScheduledTweet',
      what: 'schedule',
      answer: { values: { time: ['request:variables.execute_at'] }, refused: ['errors'] },
    },
  ],
};
