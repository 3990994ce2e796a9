import type { Policy } from '../../model/policy.ts';

/**
 * For one person who publishes with the help of AI: honest but light. Human posts pass unasked; with AI in it a
 * post is reviewed, named and labelled, or sent without a label for a reason that goes into the log.
 */
export const creator: Policy = {
  id: 'creator',
  title: 'Creator',
  version: '1',
  gate: { when: 'evidence', failure: 'hold' },
  rules: {
    'human-review': { level: 'require', options: { roles: 'any' } },
    attribution: { level: 'require', options: { form: 'any' } },
    'role-evidence': { level: 'require' },
    'ai-label': { level: 'require' },
    'label-placement': { level: 'advise' },
    'native-switch': { level: 'advise' },
    'prohibited-content': { level: 'advise', options: { applies: 'ai' } },
  },
  override: { allowed: true, reasonRequired: true },
};
