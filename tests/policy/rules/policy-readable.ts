import { draft, silent } from '../samples.ts';
import type { RuleLists } from './lists.ts';

export const lists: RuleLists = {
  accept: [{ it: 'a policy that was read', draft: draft('Hello'), context: silent }],
  reject: [
    {
      it: 'a policy that was not',
      draft: draft('Hello'),
      context: silent,
      options: { readable: false, problem: 'rules: Invalid input' },
      code: 'policyUnreadable',
    },
  ],
};
