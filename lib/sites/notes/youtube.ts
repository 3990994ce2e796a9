import type { SiteNotes } from '../../model/site.ts';

export const YOUTUBE_NOTES: SiteNotes = {
  examples: {
    own: [
      'https://studio.youtube.com/channel/UC123/videos/upload?d=ud',
      'https://studio.youtube.com/video/abc123/edit',
      'https://www.youtube.com/@someone/posts',
      'https://www.youtube.com/watch?v=abc123',
    ],
    foreign: ['https://music.youtube.com/', 'https://youtube.example/watch?v=abc123'],
  },
  verified: {
    date: '2026-11-21',
    how: 'Public sources and fixtures with plain editable regions; no live account.',
    unverified: [
      'The steps of the upload dialog (#step-badge-0, #step-badge-3).',
      'Where title, description and visibility stand in the body of metadata_update.',
      'Ctrl+Enter in comments and community posts.',
      'The view of community posts that appeared in August 2026.',
    ],
  },
};
