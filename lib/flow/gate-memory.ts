import type { Draft } from '../model/draft.ts';
import { foldDraft } from '../model/draft-key.ts';
import type { GateProfile, HeldPost } from '../model/flow.ts';
import type { LabelLanguage } from '../model/language.ts';
import type { Role } from '../model/role.ts';

/** An approval stands for one exact text. It outlives a refused attempt and ends when the post has arrived. */
export interface ApprovedPost {
  /** UUID. */
  post: string;
  role: Role;
}

/** What the background said about a text before it was posted: the review can open with it at once. */
export interface Foreseen {
  held: HeldPost;
  /** Of the label. Missing until the review UI is there. */
  language?: LabelLanguage;
}

export type Judgement = { is: 'pass' } | { is: 'approved'; approved: ApprovedPost } | { is: 'hold' };

/** What the gate of one page knows without asking anybody: this is what makes a human post cost nothing. */
export interface GateMemory {
  readonly profile: GateProfile | undefined;
  /** Under another stamp than before (then: true) what was foreseen is forgotten. Approvals stand: a person gave them. */
  learn(profile: GateProfile): boolean;
  approve(key: string, approved: ApprovedPost): void;
  spend(key: string): void;
  findApproval(key: string): ApprovedPost | undefined;
  remember(key: string, role: Role | undefined, foreseen: Foreseen, draft: Draft): void;
  findForeseen(key: string, role: Role | undefined): Foreseen | undefined;
  forget(key: string, role: Role | undefined): void;
  /** May a draft pass that nobody was asked about exactly as it is? */
  judge(key: string, role: Role | undefined, draft: Draft): Judgement;
}

/**
 * Characters that may have been written since the last look found nothing of an AI's: too few to be a passage of one,
 * enough for a hand that types and posts without a pause.
 */
export const TYPED_SINCE = 20;

/** How many characters `after` has where it differs from `before`. */
const countNew = (before: string, after: string): number => {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return after.length - start - end;
};

const mediaOf = ({ parts }: Draft): string =>
  JSON.stringify(parts.map(({ media }) => media.map(({ key }) => key)));

/** Texts of late that are remembered; older ones are asked about again. */
const REMEMBERED = 20;

export const createGateMemory = (): GateMemory => {
  const approvals = new Map<string, ApprovedPost>();
  const foreseen = new Map<string, Foreseen>();
  const name = (key: string, role: Role | undefined): string => `${role}\n${key}`;
  let profile: GateProfile | undefined;
  /** The last draft that no AI was found in. */
  let cleared: { text: string; media: string } | undefined;
  return {
    get profile() {
      return profile;
    },
    learn(learnt) {
      const isOther = learnt.stamp !== profile?.stamp;
      if (isOther) {
        foreseen.clear();
        cleared = undefined;
      }
      profile = learnt;
      return isOther;
    },
    approve: (key, approved) => void approvals.set(key, approved),
    spend: (key) => void approvals.delete(key),
    findApproval: (key) => approvals.get(key),
    remember(key, role, known, draft) {
      if ((role ?? 'none') === 'none' && known.held.decision.effect === 'allow')
        cleared = { text: foldDraft(draft), media: mediaOf(draft) };
      foreseen.set(name(key, role), known);
      const oldest = foreseen.keys().next().value;
      if (foreseen.size > REMEMBERED && oldest !== undefined) foreseen.delete(oldest);
    },
    findForeseen: (key, role) => foreseen.get(name(key, role)),
    forget: (key, role) => void foreseen.delete(name(key, role)),
    judge(key, role, draft) {
      const approved = approvals.get(key);
      if (approved) return { is: 'approved', approved };
      const known = foreseen.get(name(key, role));
      if (known) return { is: known.held.decision.effect === 'allow' ? 'pass' : 'hold' };
      // A profile that has not arrived yet decides nothing: hold.
      if (profile === undefined || profile.when === 'always' || profile.asksAboutAll) return { is: 'hold' };
      if (role !== undefined && role !== 'none') return { is: 'hold' };
      const mayHoldMore = profile.when === 'evidence' && profile.remembers;
      const isCleared =
        cleared !== undefined &&
        cleared.media === mediaOf(draft) &&
        countNew(cleared.text, foldDraft(draft)) <= TYPED_SINCE;
      return { is: !mayHoldMore || isCleared ? 'pass' : 'hold' };
    },
  };
};
