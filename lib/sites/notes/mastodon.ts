import type { SiteNotes } from '../../model/site.ts';

export const MASTODON_NOTES: SiteNotes = {
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
    unverified: ['The content warnings of Elk and Phanpy, which are known from their source only.'],
  },
};
