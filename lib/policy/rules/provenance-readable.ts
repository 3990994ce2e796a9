import { z } from 'zod';
import { defineRule } from '../rule.ts';

/**
 * What is remembered of AI tools could be looked up. Not switched on by any policy: `evaluate` asks it where the
 * evidence says `unknown`, so that "could not look" is never taken for "nothing found".
 */
export const provenanceReadable = defineRule({
  id: 'provenance-readable',
  title: 'rule_provenance_readable',
  concerns: 'all',
  codes: ['provenanceRebuilding', 'provenanceUnreadable'],
  options: z.strictObject({}),
  check(_draft, { evidence }) {
    const unknown = evidence.find((piece) => piece.kind === 'unknown');
    if (!unknown) return undefined;
    const code = unknown.reason === 'rebuilding' ? 'provenanceRebuilding' : 'provenanceUnreadable';
    return { code, values: [], spans: [], fix: 'choose-role' };
  },
});
