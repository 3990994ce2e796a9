import type { SiteNotes } from '../../model/site.ts';

export const TUMBLR_NOTES: SiteNotes = {
  examples: {
    own: [
      'https://www.tumblr.com/new/text',
      'https://www.tumblr.com/edit/dogs/780000000000000001',
      'https://www.tumblr.com/reblog/dogs/780000000000000001/aBcDeFgH',
      'https://www.tumblr.com/dashboard',
    ],
    foreign: ['https://dogs.tumblr.com/', 'https://tumblr.example/new/text'],
  },
  verified: {
    date: '2026-11-21',
    how: 'Public sources (its API, extensions for it, a captured request); a fixture of the same markup; no live account.',
    unverified: [
      'The markup within the block editor, but for the class that holds it and the role of blocks: that of WordPress.',
      'That Enter before the first character makes a block before it, as it does in WordPress.',
      'The buttons: by their names, in English; in the box of an edit the last with words and no icon, for drafts opened there too.',
      'That the editor, and "Post without tags?", are dialogs.',
      'Ctrl+Enter.',
      'The address of a new post: the request may name the blog by a key, and nobody has seen it in the answer or the page.',
      'What the page shows of a post that arrived, or of a refusal.',
      'A draft that is posted from its editor: its request may look like an edit, which the second gate lets pass.',
      'Answers to questions: the question may be sent with the text, which then differs from what was approved.',
      'Pictures sent along in one body with the post, and blocks with text of the site (links, polls).',
      'Replies below posts and posts in communities: the generic finder.',
      'The limit of 4,096 characters a block is not counted, only that of 32,768 for all.',
    ],
  },
};
