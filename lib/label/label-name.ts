import type { Identity } from '../model/identity.ts';
import { cleanName, formatIdentity } from './compose-label.ts';
import type { FoundLabel } from './find-label.ts';

const fold = (name: string): string => cleanName(name).normalize('NFKC').toLowerCase();

/** Whether the label says who stands behind the post: the identity as it is named, or for a typed label its parts. */
export const hasNameInLabel = (label: FoundLabel, identity: Identity): boolean => {
  if (label.name) return fold(label.name.text) === fold(formatIdentity(identity));
  const line = fold(label.line);
  const { name, organisation } = identity;
  const wanted =
    identity.form === 'person' || !organisation
      ? [name]
      : identity.form === 'organisation'
        ? [organisation]
        : [name, organisation];
  return wanted.every((part) => line.includes(fold(part)));
};
