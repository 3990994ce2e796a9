import { z } from 'zod';
import { defineRule } from '../rule.ts';

/**
 * The stored policy can be read. Not switched on by any policy: `evaluate` asks it alone when the policy in
 * storage does not parse, so the person learns why every post is held.
 */
export const policyReadable = defineRule({
  id: 'policy-readable',
  title: 'rule_policy_readable',
  concerns: 'all',
  codes: ['policyUnreadable'],
  options: z.strictObject({
    /** Whether the stored policy parsed. */
    readable: z.boolean().default(true),
    /** The first place where it did not. */
    problem: z.string().max(300).default(''),
  }),
  check(_draft, { options }) {
    return options.readable
      ? undefined
      : { code: 'policyUnreadable', values: [options.problem], spans: [], fix: 'reload-policy' };
  },
});
