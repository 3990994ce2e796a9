import type { Role } from '#lib/model/role.ts';
import type { DraftContext } from '#lib/policy/rule.ts';
import { declared, draft, generated, silent } from '../samples.ts';
import type { RuleLists } from './lists.ts';

const post = draft('Hello');

/** A third of the post is remembered; the person says `role`. */
const found = (role: Role, context: Partial<DraftContext> = {}): DraftContext =>
  declared({ role, evidence: [{ kind: 'declared', role }, generated()], ...context });

export const lists: RuleLists = {
  accept: [
    { it: 'nothing remembered', draft: post, context: declared({ role: 'none', evidence: [] }) },
    { it: 'the proposed role, not chosen yet', draft: post, context: { ...silent, evidence: [generated()] } },
    { it: 'exactly the role that was found', draft: post, context: found('coauthored') },
    { it: 'more AI than was found', draft: post, context: found('autonomous') },
    {
      it: 'less than the person said before, with nothing remembered',
      draft: post,
      context: declared({ role: 'assisted' }),
    },
    {
      it: 'less than was found, with a reason',
      draft: post,
      context: found('none', { roleReason: 'I wrote it first.' }),
    },
    {
      it: 'what could not be looked up: another rule speaks',
      draft: post,
      context: declared({
        role: 'none',
        evidence: [{ kind: 'unknown', role: 'none', reason: 'unreadable' }],
      }),
    },
  ],
  reject: [
    {
      it: 'one step less than was found',
      draft: post,
      context: found('assisted'),
      code: 'roleBelowEvidence',
    },
    { it: 'no AI although some was found', draft: post, context: found('none'), code: 'roleBelowEvidence' },
    {
      it: 'a reason that says nothing',
      draft: post,
      context: found('assisted', { roleReason: ' \n' }),
      code: 'roleBelowEvidence',
    },
    {
      it: 'less than the most of several',
      draft: post,
      context: found('coauthored', {
        evidence: [generated(), generated({ role: 'generated-reviewed', sourceName: 'Claude' })],
      }),
      code: 'roleBelowEvidence',
    },
    {
      it: 'names of tools longer than a finding may carry',
      draft: post,
      context: found('none', {
        evidence: [generated({ sourceName: 'a'.repeat(300) }), generated({ sourceName: 'b'.repeat(300) })],
      }),
      code: 'roleBelowEvidence',
    },
  ],
};
