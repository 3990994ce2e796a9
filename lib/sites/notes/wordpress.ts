import type { SiteNotes } from '../../model/site.ts';

export const WORDPRESS_NOTES: SiteNotes = {
  examples: {
    own: [
      'https://wordpress.com/post/dogs.wordpress.com',
      'https://dogs.wordpress.com/2026/11/two-quiet-weeks/',
    ],
    foreign: ['https://wordpress.org/', 'https://dogs.example/wp-admin/post-new.php'],
  },
  verified: {
    date: '2026-11-21',
    how: 'A real WordPress 6.1 in both browsers (block editor, classic editor, comments): npm run e2e -- real.',
    unverified: [
      'The block editor in a frame of its own, as WordPress has it since 6.3: a fixture of the same markup.',
      'wordpress.com, whose editor is framed from another host.',
      'Posts of other kinds than posts and pages: held, and confirmed by what the page shows.',
      'Comments that plugins send without a form.',
      'What a theme calls its comments, where it is none of the usual ones.',
    ],
  },
};
