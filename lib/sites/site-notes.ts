import type { SiteNotes } from '../model/site.ts';

/** What is known about each definition, by site id. Apart from the definitions, so that no page has to load it. */
export const SITE_NOTES: Readonly<Record<string, SiteNotes>> = {
  x: {
    publish: [
      {
        method: 'POST',
        path: '/i/api/graphql/*/CreateTweet',
        bodyHas: ['previous_tweet_id'],
        what: 'edit',
      },
      {
        method: 'POST',
        path: '/i/api/graphql/*/CreateTweet',
        bodyLacks: ['previous_tweet_id'],
        what: 'publish',
      },
      { method: 'POST', path: '/i/api/graphql/*/CreateNoteTweet', what: 'publish' },
      { method: 'POST', path: '/i/api/graphql/*/CreateScheduledTweet', what: 'schedule' },
    ],
    nativeSwitch: { where: 'Composer, content disclosure, "Made with AI"' },
    examples: {
      own: [
        'https://x.com/home',
        'https://x.com/compose/post',
        'https://twitter.com/compose/tweet?in_reply_to=1',
        'https://x.com/someone/status/1790000000000000000',
        'https://mobile.twitter.com/home',
      ],
      foreign: ['https://xx.com/home', 'https://x.com.example/home', 'https://developer.x.com/en'],
    },
    verified: { date: '2026-11-20', how: 'Public sources and fixtures with Draft.js; no live account.' },
  },
  linkedin: {
    publish: [
      {
        method: 'POST',
        path: '/voyager/api/graphql',
        bodyHas: ['voyagerContentcreationDashShares', 'intendedShareLifeCycleState', 'SCHEDULED'],
        bodyLacks: ['resourceKey', 'updateUrn'],
        what: 'schedule',
      },
      {
        method: 'POST',
        path: '/voyager/api/graphql',
        bodyHas: ['voyagerContentcreationDashShares', 'intendedShareLifeCycleState'],
        bodyLacks: ['SCHEDULED', 'resourceKey', 'updateUrn'],
        what: 'publish',
      },
      {
        method: 'POST',
        path: '/voyager/api/graphql',
        bodyHas: ['voyagerContentcreationDashShares', 'resourceKey', 'commentary'],
        what: 'edit',
      },
      { method: 'POST', path: '/voyager/api/contentcreation/normShares', what: 'publish' },
      { method: 'POST', path: '/voyager/api/voyagerSocialDashNormComments', what: 'publish' },
      { method: 'POST', path: '/*', bodyHas: ['comments.createComment'], what: 'publish' },
    ],
    examples: {
      own: [
        'https://www.linkedin.com/feed/',
        'https://www.linkedin.com/feed/?shareActive=true',
        'https://www.linkedin.com/feed/update/urn:li:activity:7000000000000000000/',
      ],
      foreign: ['https://linkedin.example/feed/', 'https://learning.linkedin.com/'],
    },
    verified: {
      date: '2026-11-20',
      how: 'Public sources and fixtures with Quill 1 and TipTap; no live account.',
    },
  },
  bluesky: {
    publish: [
      // The official client writes with applyWrites, others with createRecord; the host is the person's own server.
      {
        method: 'POST',
        path: '/xrpc/com.atproto.repo.applyWrites',
        bodyHas: ['app.bsky.feed.post'],
        what: 'publish',
      },
      {
        method: 'POST',
        path: '/xrpc/com.atproto.repo.createRecord',
        bodyHas: ['app.bsky.feed.post'],
        what: 'publish',
      },
    ],
    examples: {
      own: [
        'https://bsky.app/',
        'https://bsky.app/intent/compose?text=hello',
        'https://bsky.app/profile/someone.example/post/3k2a',
      ],
      foreign: ['https://bsky.social/', 'https://docs.bsky.app/'],
    },
    verified: {
      date: '2026-11-20',
      how: 'Source of the official client and fixtures with TipTap; no live account.',
    },
  },
  mastodon: {
    publish: [
      { method: 'POST', path: '/api/v1/statuses', bodyHas: ['"scheduled_at":"'], what: 'schedule' },
      { method: 'POST', path: '/api/v1/statuses', bodyLacks: ['"scheduled_at":"'], what: 'publish' },
      { method: 'PUT', path: '/api/v1/statuses/*', what: 'edit' },
    ],
    examples: {
      own: [
        'https://mastodon.social/home',
        'https://mastodon.social/publish',
        'https://mastodon.social/@someone/112000000000000000',
      ],
      foreign: ['https://joinmastodon.org/', 'https://mastodon.social.example/home'],
    },
    verified: {
      date: '2026-11-20',
      how: 'Source of the official web client and fixtures with a controlled textarea.',
    },
  },
};
