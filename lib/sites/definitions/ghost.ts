import type { ComposerDefinition, PublishRequest, SiteDefinition } from '../../model/site.ts';
import { CATALOGUE } from '../catalogue.ts';

const editor: Omit<ComposerDefinition, 'id' | 'kind' | 'submit' | 'keys'> = {
  // A second one, unseen, holds what was saved last; cards have editors of their own.
  editor: [
    '[data-secondary-instance="false"] > .koenig-lexical > [data-kg="editor"] > [data-lexical-editor]',
  ],
  engine: 'lexical',
  title: ['[data-test-editor-title-input]'],
  root: ['.gh-editor'],
  // The shortcut works wherever the focus is; and no field around the text is a composer of its own.
  keyFields: ['body:has(.gh-editor)'],
  form: false,
  media: ['[data-kg-card] img', '[data-kg-card] :is(video, audio)', '.gh-editor-feature-image img'],
  counter: { type: 'plain', limit: 0 },
};

const send = {
  method: 'PUT',
  // Posts and pages.
  path: '/ghost/api/admin/p*/*/',
  answer: {
    values: { url: ['*.0.url'], time: ['*.0.published_at'] },
    permalink: '{url}',
  },
} as const satisfies Partial<PublishRequest>;

/** What is written in cards is sent as markup, each in a place of its own. */
const CARD_TEXTS = ['calloutText', 'caption', 'content', 'heading'].map((name) => `${name}\\":\\"<`);

/** Drafts are saved by the same request, and so is every change of a setting. */
const rules = (
  [
    ['publish', ['"status":"published"', '"published_at":null']],
    ['publish', ['"status":"sent"']],
    ['schedule', ['"status":"scheduled"']],
    ['edit', ['"status":"published"']],
  ] as const
).flatMap(([what, has]): PublishRequest[] => {
  const rule: PublishRequest = { ...send, what, bodyHas: [...has] };
  return [{ ...rule, bodyLacks: CARD_TEXTS, text: ['*.0.lexical'], as: 'tree' }, rule];
});

export const GHOST: SiteDefinition = {
  ...CATALOGUE.ghost,
  marks: ['meta[name="ghost-admin/config/environment"]'],
  composers: [
    {
      ...editor,
      id: 'edit',
      kind: 'edit',
      // Only what is out has an Update button.
      when: { selector: ['[data-test-button="publish-save"]'] },
      submit: ['[data-test-button="publish-save"]'],
      keys: ['Mod+S'],
    },
    {
      ...editor,
      id: 'post',
      kind: 'article',
      submit: [],
      // The last of three steps, in a layer over the text.
      confirmers: ['[data-test-button="confirm-publish"]'],
      keys: [],
    },
  ],
  confirm: {
    toast: ['[data-test-task-button-state="success"]'],
    permalink: [],
    failure: ['[data-test-confirm-error]', '.gh-alert-red'],
  },
  publish: rules,
};
