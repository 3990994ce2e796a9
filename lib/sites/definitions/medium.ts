import type { SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

export const MEDIUM: SiteDefinition = {
  ...CATALOGUE.medium,
  marks: [],
  composers: [
    {
      id: 'story',
      kind: 'article',
      when: { path: ['/new-story', '/p/*/edit', '/p/*/submission'] },
      editor: [
        '[contenteditable="true"]:has(h3[data-testid="editorTitleParagraph"])',
        '[contenteditable="true"]:has(h3.graf--title)',
      ],
      title: ['h3[data-testid="editorTitleParagraph"]', 'h3.graf--title'],
      engine: 'medium',
      root: ['main', '[role="main"]'],
      // The first of two steps: on the last one the story may be out of the page.
      submit: ['button[data-action="show-prepublish"]'],
      confirmers: ['button[data-action="publish"][data-testid="publishConfirmButton"]'],
      waits: ['button[data-testid="publishConfirmButton"]'],
      keys: [],
      form: false,
      media: ['figure img', 'figure iframe'],
      counter: { type: 'plain', limit: 0 },
    },
  ],
  confirm: {
    toast: ['[data-testid="publishSuccessTitleText"]'],
    permalink: [],
    failure: ['[data-testid="publishErrorText"]'],
  },
  publish: [],
};
