import type { SiteNotes } from '../../model/site.ts';

export const PINTEREST_NOTES: SiteNotes = {
  examples: {
    own: ['https://www.pinterest.com/pin-creation-tool/', 'https://www.pinterest.de/pin-creation-tool/'],
    foreign: ['https://help.pinterest.com/', 'https://pinterest.example/pin-creation-tool/'],
  },
  verified: {
    date: '2026-11-21',
    how: 'Public sources and a fixture with Draft.js; no live account.',
    unverified: [
      'The request that publishes an uploaded picture.',
      'The aria-label of the description in other languages.',
      'What the page shows when a pin was published or refused.',
    ],
  },
};
