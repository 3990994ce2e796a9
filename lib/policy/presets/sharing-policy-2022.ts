import type { Policy } from '../../model/policy.ts';

/**
 * The sharing and publication policy of 14 November 2022, to the letter: each generation is reviewed by a person,
 * attributed to a name, labelled so that nobody misses it, and free of what may offend. It knows no exception, so
 * there is no override: whoever wants to post anyway keeps editing, or says that no AI was involved.
 */
export const sharingPolicy2022: Policy = {
  id: 'sharing-policy-2022',
  title: 'Sharing policy 2022',
  version: '1',
  gate: { when: 'evidence', failure: 'hold', requests: 'enforce' },
  rules: {
    'human-review': { level: 'require', options: { roles: 'reviewed' } },
    attribution: { level: 'require', options: { form: 'any' } },
    'role-evidence': { level: 'require' },
    'ai-label': { level: 'require' },
    'label-placement': { level: 'require' },
    'native-switch': { level: 'require' },
    'prohibited-content': { level: 'require', options: { applies: 'ai' } },
  },
  override: { allowed: false, reasonRequired: true },
};
