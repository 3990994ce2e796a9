import type { SiteNotes } from '../../model/site.ts';

export const REDDIT_NOTES: SiteNotes = {
  examples: {
    own: [
      'https://www.reddit.com/submit?type=TEXT',
      'https://www.reddit.com/r/dogs/submit?type=TEXT',
      'https://www.reddit.com/r/dogs/comments/1rob46e/two_quiet_weeks/',
      'https://old.reddit.com/r/dogs/comments/1rob46e/two_quiet_weeks/',
    ],
    foreign: ['https://www.redditinc.com/', 'https://redditmedia.com/'],
  },
  verified: {
    date: '2026-11-21',
    how: 'Public sources and fixtures with Lexical and plain forms; no live account.',
    unverified: [
      'Whether the button of a new post takes a scripted click: sources disagree. If not, one more press is asked for.',
      'Where the text field of the Markdown mode stands.',
      'Editing a post or a comment in the new layout.',
      'The request that replies to a comment in the new layout, and where the text stands in the request of a new post.',
      'Key chords of the new layout.',
    ],
  },
};
