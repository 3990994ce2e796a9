import type { SiteNotes } from '../../model/site.ts';

export const DISCORD_NOTES: SiteNotes = {
  examples: {
    own: ['https://discord.com/channels/1/2', 'https://discord.com/channels/@me/2'],
    foreign: ['https://support.discord.com/', 'https://discord.example/channels/1/2'],
  },
  verified: {
    date: '2026-11-21',
    how: 'Public sources and a fixture with Slate; no live account.',
    unverified: [
      'The picture of an attachment before it is sent.',
      'How a message that could not be sent is marked.',
      'Editing a message, which uses an editor of the same kind.',
      'The 4,000 characters of a paid account.',
    ],
  },
};
