import type { SiteNotes } from '../../model/site.ts';

export const MEDIUM_NOTES: SiteNotes = {
  examples: {
    own: ['https://medium.com/new-story', 'https://medium.com/p/0123456789ab/edit'],
    foreign: ['https://help.medium.com/', 'https://medium.example/new-story'],
  },
  verified: {
    date: '2026-11-21',
    how: 'Public sources and a fixture with an editable region of the same markup; no live account.',
    unverified: [
      'The request that publishes.',
      'Whether the story stays in the page on the last step.',
      'How a refusal is shown.',
      'Responses to a story: the generic finder stands in.',
      'Publications on hosts of their own.',
    ],
  },
};
