import { z } from 'zod';
import type { UnknownEvidence } from '../../model/decision.ts';
import { defineRule } from '../rule.ts';

const CODES = {
  rebuilding: 'provenanceRebuilding',
  unreadable: 'provenanceUnreadable',
  lost: 'provenanceLost',
} as const satisfies Record<UnknownEvidence['reason'], string>;

/**
 * What is remembered of AI tools could be looked up. Not switched on by any policy: `evaluate` asks it where the
 * evidence says `unknown`, so that "could not look" is never taken for "nothing found".
 */
export const provenanceReadable = defineRule({
  id: 'provenance-readable',
  title: 'rule_provenance_readable',
  concerns: 'all',
  codes: Object.values(CODES),
  options: z.strictObject({}),
  check(_draft, { evidence }) {
    const unknown = evidence.find((piece) => piece.kind === 'unknown');
    return unknown && { code: CODES[unknown.reason], values: [], spans: [], fix: 'choose-role' };
  },
});
