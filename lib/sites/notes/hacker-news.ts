import type { SiteNotes } from '../../model/site.ts';

export const HACKER_NEWS_NOTES: SiteNotes = {
  examples: {
    own: [
      'https://news.ycombinator.com/submit',
      'https://news.ycombinator.com/item?id=1',
      'https://news.ycombinator.com/reply?id=2&goto=item%3Fid%3D1%232',
    ],
    foreign: ['https://www.ycombinator.com/', 'https://hn.algolia.com/'],
  },
  verified: {
    date: '2026-11-21',
    how: 'Public sources and fixtures with plain forms; no live account.',
    unverified: [
      'The form that edits a comment or a text.',
      'A story that is only a link has no text: the label goes into its text field.',
    ],
  },
};
