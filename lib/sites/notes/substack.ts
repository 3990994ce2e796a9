import type { SiteNotes } from '../../model/site.ts';

export const SUBSTACK_NOTES: SiteNotes = {
  examples: {
    own: ['https://someone.substack.com/publish/post/123', 'https://substack.com/home'],
    foreign: ['https://substack.example/publish/post/123', 'https://a.b.substack.com/'],
  },
  verified: {
    date: '2026-11-21',
    how: 'Public sources and a fixture with TipTap; no live account.',
    unverified: [
      'Stable selectors of the two dialogs: their buttons are known by name only.',
      'What the share page shows of the address.',
      'Ctrl+Enter in a note, and the address of a note.',
      'Publications on hosts of their own.',
    ],
  },
};
