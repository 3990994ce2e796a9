import { z } from 'zod';
import { askForReason } from '../below-evidence.ts';
import { defineRule } from '../rule.ts';

/** The role says no less than what was found. The person may know better, and then says why. */
export const roleEvidence = defineRule({
  id: 'role-evidence',
  title: 'rule_role_evidence',
  concerns: 'ai',
  codes: ['roleBelowEvidence'],
  options: z.strictObject({}),
  check: (_draft, { effectiveRole, evidence, roleReason = '' }) =>
    roleReason.trim() === '' ? askForReason(evidence, effectiveRole) : undefined,
});
