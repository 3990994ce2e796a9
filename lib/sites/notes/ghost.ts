import type { SiteNotes } from '../../model/site.ts';

export const GHOST_NOTES: SiteNotes = {
  examples: { own: [], foreign: ['https://ghost.org/'] },
  verified: {
    date: '2026-11-21',
    how: 'A real Ghost 6.65 in Chromium and Firefox (tests/e2e/real-ghost.spec.ts), and a fixture with Lexical.',
    unverified: [
      'The new editor screen, which this version has switched off.',
      'Posts that go out by email: no mail can be sent from the test.',
      'Texts in code, HTML and Markdown cards, which are not read.',
      'A first publication with a date set before: the guard takes it for an edit.',
      'Comments of members, and a Ghost in a folder of its host.',
    ],
  },
};
