import type { SiteNotes } from '../../model/site.ts';

export const TIKTOK_NOTES: SiteNotes = {
  examples: {
    own: [
      'https://www.tiktok.com/tiktokstudio/upload',
      'https://www.tiktok.com/@someone/video/7300000000000000000',
    ],
    foreign: ['https://ads.tiktok.com/', 'https://tiktok.example/tiktokstudio/upload'],
  },
  verified: {
    date: '2026-11-21',
    how: 'Public sources and a fixture with Draft.js; no live account.',
    unverified: [
      'Whether a scripted press on Post is taken.',
      'The button that sends a comment, and whether Enter does.',
      'Where the caption stands in the body of the request.',
      'The address of the post: the answer does not name the account.',
      'The older upload page in a frame.',
    ],
  },
};
