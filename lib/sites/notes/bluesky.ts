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
  },
};
