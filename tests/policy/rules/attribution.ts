import { ADA, approved, declared, draft, LABEL } from '../samples.ts';
import type { RuleLists } from './lists.ts';

const labelled = draft(`${LABEL}\nHello`);
const company = { ...ADA, organisation: 'Example Ltd', form: 'organisation' } as const;

export const lists: RuleLists = {
  accept: [
    { it: 'a name chosen while the label is still to come', draft: draft('Hello'), context: declared() },
    { it: 'the name in the label', draft: labelled, context: approved(labelled) },
    {
      it: 'the name in a label in the content warning',
      draft: { ...draft('Hello'), warning: `${LABEL} Spoilers` },
      context: declared({ phase: 'final' }),
    },
    {
      it: 'the name in a label typed by hand',
      draft: draft('AI-generated, by ada example\nHello'),
      context: declared({ phase: 'final' }),
    },
    {
      it: 'a post without AI',
      draft: draft('Hello'),
      context: declared({ role: 'none', identity: undefined }),
    },
    {
      it: 'the prescribed form',
      draft: draft('Hello'),
      context: declared({ identity: company }),
      options: { form: 'organisation' },
    },
  ],
  reject: [
    { it: 'no name', draft: draft('Hello'), context: declared({ identity: undefined }), code: 'nameMissing' },
    {
      it: 'an organisation that is not given',
      draft: draft('Hello'),
      context: declared({ identity: { ...ADA, form: 'both' } }),
      code: 'organisationMissing',
    },
    {
      it: 'another form than prescribed',
      draft: draft('Hello'),
      context: declared(),
      options: { form: 'organisation' },
      code: 'nameForm',
    },
    {
      it: 'a final text without a label',
      draft: draft('Hello'),
      context: declared({ phase: 'final' }),
      code: 'nameNotInLabel',
    },
    {
      it: 'a label that names somebody else',
      draft: labelled,
      context: approved(labelled, { identity: { ...ADA, name: 'Bob' } }),
      code: 'nameNotInLabel',
      spans: [[0, LABEL.length]],
    },
    {
      it: 'a label that names the person only',
      draft: draft('AI-generated, by Ada Example\nHello'),
      context: declared({ phase: 'final', identity: { ...company, form: 'both' } }),
      code: 'nameNotInLabel',
      spans: [[0, 12]],
    },
  ],
};
