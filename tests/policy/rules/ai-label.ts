import { declared, draft, LABEL } from '../samples.ts';
import type { RuleLists } from './lists.ts';

export const lists: RuleLists = {
  accept: [
    { it: 'our label', draft: draft(`${LABEL}\nHello`), context: declared() },
    { it: 'a label typed by hand', draft: draft('Made with AI.\nHello'), context: declared() },
    { it: 'a label in another language', draft: draft('KI-generiert: Hello'), context: declared() },
    { it: 'a post without AI', draft: draft('Hello'), context: declared({ role: 'none' }) },
    {
      it: 'a phrase that is true of several roles',
      draft: draft('AI-generated\nHello'),
      context: declared({ role: 'autonomous' }),
    },
    {
      it: 'a label in the content warning',
      draft: { ...draft('Hello'), warning: `${LABEL} Spoilers` },
      context: declared(),
    },
    {
      it: 'a label behind the content warning: another rule speaks',
      draft: { ...draft(`${LABEL}\nHello`), warning: 'Spoilers' },
      context: declared(),
    },
  ],
  reject: [
    {
      it: 'a content warning without a label',
      draft: { ...draft('Hello'), warning: 'Spoilers' },
      context: declared(),
      code: 'labelMissing',
    },
    {
      it: 'a label in the content warning that says less than the role, whatever the text says',
      draft: { ...draft(`${LABEL}\nHello`), warning: 'Edited with AI' },
      context: declared(),
      code: 'labelRole',
    },
    { it: 'no label', draft: draft('Hello'), context: declared(), code: 'labelMissing' },
    {
      it: 'no label, role by evidence only',
      draft: draft('Hello'),
      context: declared({ role: undefined }),
      code: 'labelMissing',
    },
    {
      it: 'a bare hashtag',
      draft: draft('Hello #ai'),
      context: declared(),
      code: 'labelVague',
      spans: [[6, 9]],
    },
    {
      it: 'a post about AI-generated pictures',
      draft: draft('AI-generated pictures are odd'),
      context: declared(),
      code: 'labelVague',
      spans: [[0, 12]],
    },
    {
      it: 'a label that says less than the role',
      draft: draft('Edited with AI\nHello'),
      context: declared(),
      code: 'labelRole',
      spans: [[0, 14]],
    },
    {
      it: 'our label on a post said to be human',
      draft: draft(`${LABEL}\nHello`),
      context: declared({ role: 'none' }),
      code: 'labelWithoutRole',
      spans: [[0, LABEL.length]],
    },
  ],
};
