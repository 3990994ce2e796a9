import { composeLabel } from '../label/compose-label.ts';
import type { Draft } from '../model/draft.ts';
import type { HeldPost } from '../model/flow.ts';
import { chooseLabelLanguage } from './post-language.ts';

/** The label that a post would have got, for somebody to put in by hand. Nothing where none is asked for. */
export const suggestLabel = async (
  draft: Draft,
  { decision, identities, defaultIdentity }: HeldPost,
): Promise<string | undefined> => {
  const role = decision.proposedRole;
  if (role === 'none') return undefined;
  const text = draft.parts.map((part) => part.text).join('\n');
  return composeLabel({
    role,
    identity: identities.find(({ id }) => id === defaultIdentity) ?? identities[0],
    language: await chooseLabelLanguage(text, document.documentElement.lang),
    form: 'long',
  });
};
