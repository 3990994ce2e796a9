import type { SiteNotes } from '../../model/site.ts';

export const DISCOURSE_NOTES: SiteNotes = {
  examples: { own: [], foreign: ['https://www.discourse.org/'] },
  verified: {
    date: '2026-11-21',
    how: 'Source of the official web client and fixtures with a textarea and ProseMirror; no live account.',
    unverified: [
      'The limit of the server, which the page does not state.',
      'Class names and request of the chat, and of an edit in the chat.',
      'What the page shows of a post that waits for a moderator.',
    ],
  },
};
