import { draftKey } from '#lib/model/draft-key.ts';
import { approved, declared, draft } from '../samples.ts';
import type { RuleLists } from './lists.ts';

const text = draft('Hello world');

export const lists: RuleLists = {
  accept: [
    { it: 'the reviewed text', draft: text, context: approved(text) },
    {
      it: 'the reviewed text with other white space',
      draft: draft(' Hello\u200B  world\n'),
      context: approved(text),
    },
    { it: 'any role by default', draft: text, context: approved(text, { role: 'generated-prompted' }) },
    {
      it: 'a reviewed role',
      draft: text,
      context: approved(text, { role: 'assisted' }),
      options: { roles: 'reviewed' },
    },
  ],
  reject: [
    { it: 'a text nobody reviewed', draft: text, context: declared(), code: 'reviewMissing' },
    {
      it: 'a text changed by a word',
      draft: draft('Hello words'),
      context: approved(text),
      code: 'reviewOutdated',
    },
    {
      it: 'a picture added after the review',
      draft: { ...text, parts: [{ text: 'Hello world', media: [{ kind: 'image', key: 'a.png' }] }] },
      context: approved(text),
      code: 'reviewOutdated',
    },
    {
      it: 'the same words on another site',
      draft: { ...text, site: 'bluesky' },
      context: declared({ phase: 'final', reviewedKey: draftKey(text) }),
      code: 'reviewOutdated',
    },
    {
      it: 'a role that says nobody looked',
      draft: text,
      context: approved(text, { role: 'generated-prompted' }),
      options: { roles: 'reviewed' },
      code: 'roleWithoutReview',
    },
    {
      it: 'a role without a person, found by evidence',
      draft: text,
      context: approved(text, { role: undefined, evidence: [{ kind: 'declared', role: 'autonomous' }] }),
      options: { roles: 'reviewed' },
      code: 'roleWithoutReview',
    },
  ],
};
