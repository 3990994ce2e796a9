import { type Policy, policySchema } from '../model/policy.ts';
import { sharingPolicy2022 } from './presets/sharing-policy-2022.ts';

/**
 * What judges when the stored policy cannot be read: the strictest rules, about every post. An override stays
 * possible, with a reason, since a broken file must not lock anybody out.
 */
const FALLBACK: Policy = {
  ...sharingPolicy2022,
  id: 'unreadable',
  version: '0',
  gate: { when: 'always', failure: 'hold', requests: 'enforce' },
  override: { allowed: true, reasonRequired: true },
};

/** The policy in storage, or the fallback and where reading failed. Never throws. */
export const readPolicy = (stored: unknown): { policy: Policy; problem?: string } => {
  const parsed = policySchema.safeParse(stored);
  if (parsed.success) return { policy: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    policy: FALLBACK,
    problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.slice(0, 300),
  };
};
