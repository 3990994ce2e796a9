import type { SiteNotes } from '../../model/site.ts';

export const X_NOTES: SiteNotes = {
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
  verified: {
    date: '2026-11-20',
    how: 'Public sources and fixtures with Draft.js; no live account.',
    unverified: ['How a post stands in the feed: marks as other programs read them.'],
  },
};
