import type { SiteNotes } from '../../model/site.ts';

export const MISSKEY_NOTES: SiteNotes = {
  examples: { own: [], foreign: ['https://misskey-hub.net/'] },
  verified: {
    date: '2026-11-21',
    how: 'Source of the official web client and fixtures with a controlled textarea; no live account.',
    unverified: [
      'The limit of the server, which the page does not state: 3,000 is what it comes with.',
      'How the page says that it refused a note.',
      'Forks of Misskey are recognised by their form only.',
    ],
  },
};
