import type { SiteNotes } from '../../model/site.ts';

export const BLUESKY_NOTES: SiteNotes = {
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
    unverified: [
      'How a post stands in the feed: marks as other programs read them.',
      'A post that quotes another, on its own page: it is not compared with what was approved.',
    ],
  },
};
