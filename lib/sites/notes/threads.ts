import type { SiteNotes } from '../../model/site.ts';

export const THREADS_NOTES: SiteNotes = {
  examples: {
    own: [
      'https://www.threads.com/',
      'https://www.threads.com/intent/post?text=hello',
      'https://www.threads.com/@someone/post/DAbCdEfGhIj',
      'https://www.threads.net/@someone',
    ],
    foreign: ['https://developers.facebook.com/docs/threads', 'https://threads.example/'],
  },
  verified: {
    date: '2026-11-21',
    how: 'Public sources and fixtures with Lexical; no live account.',
    unverified: [
      'Where the text of a post stands in the feed: it is not compared with what was approved.',
      'Ctrl+Enter.',
      'Where the AI label stands in the web page, and which value of gen_ai_detection_method it writes.',
      'What tells a quote from a reply: both show another post in the dialog.',
      'The box in which a post is edited, and its request.',
      'What holds the link to the new post, and what the page shows of a refusal.',
      'Whether the caption stands beside signed_body or within it.',
      'How "Reply options" is marked: without a pop-up mark it would count as a control that publishes.',
    ],
  },
};
