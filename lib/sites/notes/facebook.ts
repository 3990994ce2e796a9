import type { SiteNotes } from '../../model/site.ts';

export const FACEBOOK_NOTES: SiteNotes = {
  examples: {
    own: [
      'https://www.facebook.com/',
      'https://www.facebook.com/groups/1234567890/',
      'https://www.facebook.com/reels/create/',
      'https://www.facebook.com/someone/posts/pfbid02abc',
    ],
    foreign: ['https://developers.facebook.com/', 'https://business.facebook.com/latest/composer'],
  },
  verified: {
    date: '2026-11-21',
    how: 'Public sources and fixtures with Lexical; no live account.',
    unverified: [
      'The page on which reels are made: what stands around the description on the last step.',
      'The words on the way to the last step ("Next", "Continue", "Back") in other languages than English.',
      'The button of a scheduled post, and where its time stands in the request.',
      'Whether ordinary posts have an AI label of their own.',
      'The box in which a post or a comment is edited.',
      'The limit of a comment.',
      'What the page shows of a refusal, and whether it links to the new post.',
      'Which request publishes a reel.',
    ],
  },
};
