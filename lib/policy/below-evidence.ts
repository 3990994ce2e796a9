import type { Evidence, GeneratedEvidence } from '../model/decision.ts';
import type { Role } from '../model/role.ts';
import { RANK } from './role-rank.ts';
import type { RuleFinding } from './rule.ts';

const isGenerated = (piece: Evidence): piece is GeneratedEvidence => piece.kind === 'generated';

/** What is to be explained about a role that says less than what was found suggests; nothing about any other. */
export const askForReason = (evidence: readonly Evidence[], role: Role): RuleFinding | undefined => {
  const found = evidence.filter(isGenerated);
  if (!found.some((piece) => RANK[piece.role] > RANK[role])) return undefined;
  const names = [...new Set(found.map(({ sourceName }) => sourceName))];
  return {
    code: 'roleBelowEvidence',
    values: [names.join(', ').slice(0, 300)],
    spans: [],
    fix: 'give-reason',
  };
};
