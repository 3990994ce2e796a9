import type { SiteNotes } from '../../model/site.ts';

export const LINKEDIN_NOTES: SiteNotes = {
  examples: {
    own: [
      'https://www.linkedin.com/feed/',
      'https://www.linkedin.com/feed/?shareActive=true',
      'https://www.linkedin.com/feed/update/urn:li:activity:7000000000000000000/',
    ],
    foreign: ['https://linkedin.example/feed/', 'https://learning.linkedin.com/'],
  },
  verified: {
    date: '2026-11-20',
    how: 'Public sources and fixtures with Quill 1 and TipTap; no live account.',
    unverified: [
      'A post in the feed has no link to itself: it is compared with what was approved on its own page only, and not in the new layout.',
    ],
  },
};
