import { sha256 } from '@noble/hashes/sha2.js';
import { findLabel } from '../label/find-label.ts';
import { toBase64, utf8 } from '../log/bytes.ts';
import type { Decision, PolicyReference } from '../model/decision.ts';
import type { Draft } from '../model/draft.ts';
import type { GateProfile } from '../model/flow.ts';
import type { Identity } from '../model/identity.ts';
import type { GuardedRequests, Policy } from '../model/policy.ts';
import type { Role } from '../model/role.ts';
import type { Settings } from '../model/settings.ts';
import { evaluate } from '../policy/evaluate.ts';
import { gateProfile } from '../policy/gate-profile.ts';
import { findPreset } from '../policy/presets/index.ts';
import { GENERIC_COMPOSER } from '../sites/generic.ts';
import { readSettings, type StoredSettings } from '../storage/settings-store.ts';
import type { FindEvidence } from './find-evidence.ts';
import { detectPostLanguage } from './post-language.ts';

/** What is known about a draft besides its text. With `reviewedKey` it is the final text, approved. */
export interface Known {
  role: Role | undefined;
  /** Why the person says less than the evidence suggests. */
  roleReason?: string;
  /** The person says that the site's own AI switch was switched on by hand. */
  isNativeStepTaken?: boolean;
  identity?: Identity;
  /** `draftKey` of the text the person approved. */
  reviewedKey?: string;
  phase?: 'typing' | 'held';
}

export type Decide = (draft: Draft, known: Known) => Promise<Decision>;

/** The preset with what the person changed about it. Nothing for a preset this version does not know. */
const findPolicy = (settings: Settings): Policy | undefined => {
  const preset = findPreset(settings.preset);
  if (!preset) return undefined;
  return settings.gateWhen ? { ...preset, gate: { ...preset.gate, when: settings.gateWhen } } : preset;
};

export const policyOf = (settings: Settings): PolicyReference | undefined => {
  const policy = findPolicy(settings);
  return policy && { id: policy.id, version: policy.version };
};

/** The policy as it lies in storage, readable or not: what does not parse is judged by the strictest fallback. */
const storedPolicyOf = ({ settings, problem }: StoredSettings): unknown =>
  problem === undefined ? findPolicy(settings) : { problem };

/** Of the policy in force. */
export const readGuardedRequests = async (): Promise<GuardedRequests> =>
  gateProfile(storedPolicyOf(await readSettings())).requests;

/** `standing`: of what is remembered of AI tools. */
export const profileOf = async (
  standing: { remembers: boolean; mark: string },
  page: Pick<GateProfile, 'isOff' | 'sites' | 'guardKey'>,
): Promise<GateProfile> => {
  const stored = await readSettings();
  const versions = page.sites.map(({ id, version }) => [id, version]);
  const stamp = toBase64(sha256(utf8(JSON.stringify([standing.mark, stored, versions]))));
  return { ...gateProfile(storedPolicyOf(stored)), remembers: standing.remembers, ...page, stamp };
};

export const createDecide =
  (findEvidence: FindEvidence): Decide =>
  async (draft, { role, roleReason, isNativeStepTaken, identity, reviewedKey, phase = 'held' }) => {
    const { counter, fold } = draft.measures ?? GENERIC_COMPOSER;
    const [stored, language, found] = await Promise.all([
      readSettings(),
      // The label is not the post: it may well be in another language, which is what the rules look for.
      detectPostLanguage(draft.parts.map(({ text }) => text.slice(findLabel(text)?.end ?? 0)).join('\n')),
      findEvidence(draft),
    ]);
    return evaluate(storedPolicyOf(stored), draft, {
      phase: reviewedKey === undefined ? phase : 'final',
      evidence: role === undefined ? found : [{ kind: 'declared', role }, ...found],
      role,
      roleReason,
      isNativeStepTaken,
      identity,
      reviewedKey,
      language,
      fold,
      counter: { ...counter, ...(draft.limit !== undefined && { limit: draft.limit }) },
    });
  };
