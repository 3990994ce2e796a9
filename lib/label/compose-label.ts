import type { Identity } from '../model/identity.ts';
import type { LabelLanguage } from '../model/language.ts';
import type { Role } from '../model/role.ts';
import { removeHiddenFromName } from './folded-text.ts';
import { WORDS } from './words/index.ts';

export type LabelForm = 'long' | 'short';

/**
 * A name fit to stand in a label: one line, no brackets (they end the label), nothing hidden except what holds
 * letters or emoji together.
 */
export const cleanName = (name: string): string =>
  removeHiddenFromName(name.replace(/[\s\p{Z}\p{Cc}]+/gu, ' '))
    .replace(/[[【［]/gu, '(')
    .replace(/[\]】］]/gu, ')')
    // A mark at the start would change the word before it.
    .replace(/^(?:\s|\p{M}|\u200C|\u200D)+|(?:\s|\u200C|\u200D)+$/gu, '');

/** The identity as the label names it: the person, the organisation, or `Person (Organisation)`. */
export const formatIdentity = (identity: Identity): string => {
  const name = cleanName(identity.name);
  const organisation = cleanName(identity.organisation ?? '');
  if (identity.form === 'person' || organisation === '') return name;
  return identity.form === 'organisation' ? organisation : `${name} (${organisation})`;
};

/**
 * The label for how AI was involved; empty for role `none`. Says no more than the role holds: `generated-prompted`
 * claims no review and `autonomous` no person.
 */
export const composeLabel = ({
  role,
  identity,
  language,
  form,
}: {
  role: Role;
  identity: Identity | undefined;
  language: LabelLanguage;
  form: LabelForm;
}): string => {
  if (role === 'none') return '';
  const wording = WORDS[language].roles[role][form];
  const name = identity ? formatIdentity(identity) : '';
  return name === '' ? wording.unnamed : wording.named.replace('{name}', () => name);
};

/** The mark of every further part of a thread of `total` parts. */
export const composePartMark = (language: LabelLanguage, total: number): string =>
  WORDS[language].partMark.replace('{total}', String(total));
