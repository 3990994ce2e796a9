import type { SiteNotes } from '../../model/site.ts';

export const INSTAGRAM_NOTES: SiteNotes = {
  examples: {
    own: [
      'https://www.instagram.com/',
      'https://www.instagram.com/someone/',
      'https://www.instagram.com/p/DAbCdEfGhIj/',
    ],
    foreign: ['https://help.instagram.com/', 'https://i.instagram.com/api/v1/media/configure/'],
  },
  verified: {
    date: '2026-11-21',
    how: 'Public sources and fixtures with Lexical and a textarea; no live account.',
    unverified: [
      'Where the AI label stands in the web page, and whether it is there at all.',
      'How "Share to" is marked.',
      'The field for the description of a picture.',
      'The box in which a caption is edited, and its request.',
      'How the dialog marks that it is sending: taken to be a progress bar.',
      'What the page shows in other languages once a post was shared, and what of a refusal.',
      'Whether comments are sent to this path still, or by GraphQL.',
    ],
  },
};
