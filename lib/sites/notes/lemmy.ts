import type { SiteNotes } from '../../model/site.ts';

export const LEMMY_NOTES: SiteNotes = {
  examples: { own: [], foreign: ['https://join-lemmy.org/'] },
  verified: {
    date: '2026-11-21',
    how: 'Source of the official web client and fixtures with a controlled textarea; no live account.',
    unverified: [
      'What tells the form that edits a comment from the one that replies to it.',
      'How the page says that it refused a text.',
    ],
  },
};
