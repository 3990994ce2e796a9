import type { Decision } from '../model/decision.ts';
import type { GateProfile } from '../model/flow.ts';
import type { Role } from '../model/role.ts';

/** An approval stands for one exact text. It outlives a refused attempt and ends when the post has arrived. */
export interface ApprovedPost {
  /** UUID. */
  post: string;
  role: Role;
}

export type Judgement = { is: 'pass' } | { is: 'approved'; approved: ApprovedPost } | { is: 'hold' };

/** What the gate of one page knows without asking anybody: this is what makes a human post cost nothing. */
export interface GateMemory {
  profile: GateProfile | undefined;
  approve(key: string, approved: ApprovedPost): void;
  spend(key: string): void;
  findApproval(key: string): ApprovedPost | undefined;
  remember(key: string, role: Role | undefined, decision: Decision): void;
  judge(key: string, role: Role | undefined): Judgement;
}

/** Decisions kept for texts typed lately; older ones are asked again. */
const REMEMBERED = 20;

export const createGateMemory = (): GateMemory => {
  const approvals = new Map<string, ApprovedPost>();
  const decisions = new Map<string, Decision>();
  const name = (key: string, role: Role | undefined): string => `${role ?? ''}\n${key}`;
  return {
    profile: undefined,
    approve: (key, approved) => void approvals.set(key, approved),
    spend: (key) => void approvals.delete(key),
    findApproval: (key) => approvals.get(key),
    remember(key, role, decision) {
      decisions.set(name(key, role), decision);
      const oldest = decisions.keys().next().value;
      if (decisions.size > REMEMBERED && oldest !== undefined) decisions.delete(oldest);
    },
    judge(key, role) {
      const approved = approvals.get(key);
      if (approved) return { is: 'approved', approved };
      const decision = decisions.get(name(key, role));
      if (decision) return { is: decision.effect === 'allow' ? 'pass' : 'hold' };
      // A profile that has not arrived yet decides nothing: hold.
      if (this.profile === undefined || this.profile.when === 'always' || this.profile.asksAboutAll)
        return { is: 'hold' };
      return { is: role === undefined || role === 'none' ? 'pass' : 'hold' };
    },
  };
};
