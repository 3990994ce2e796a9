import type { UnknownEvidence } from '#lib/model/decision.ts';
import { draft, generated, silent } from '../samples.ts';
import type { RuleLists } from './lists.ts';

const post = draft('Hello');
const unknown = (reason: UnknownEvidence['reason']): UnknownEvidence => ({
  kind: 'unknown',
  role: 'none',
  reason,
});

export const lists: RuleLists = {
  accept: [
    { it: 'nothing found', draft: post, context: silent },
    { it: 'something found', draft: post, context: { ...silent, evidence: [generated()] } },
  ],
  reject: [
    {
      it: 'an index that is being rebuilt',
      draft: post,
      context: { ...silent, evidence: [unknown('rebuilding')] },
      code: 'provenanceRebuilding',
    },
    {
      it: 'a store that cannot be read',
      draft: post,
      context: { ...silent, evidence: [unknown('unreadable')] },
      code: 'provenanceUnreadable',
    },
    {
      it: 'a store that was lost',
      draft: post,
      context: { ...silent, evidence: [unknown('lost')] },
      code: 'provenanceLost',
    },
    {
      it: 'a store that cannot be read, whatever the person said',
      draft: post,
      context: { ...silent, evidence: [{ kind: 'declared', role: 'assisted' }, unknown('unreadable')] },
      code: 'provenanceUnreadable',
    },
  ],
};
