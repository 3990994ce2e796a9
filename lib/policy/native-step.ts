import type { NativeSwitchState } from '../model/draft.ts';
import type { Role } from '../model/role.ts';
import { RANK } from './role-rank.ts';
import type { RuleFinding } from './rule.ts';

/** Whether the site's own AI switch is meant for a post with this role: help with wording and spelling is not. */
export const asksForSwitch = (role: Role): boolean => RANK[role] >= RANK.coauthored;

/**
 * What is still to be done about the site's own switch; nothing where there is none, or where it is on. `isTaken`: the
 * person says that it was done by hand, which only counts where nobody can look.
 */
export const askForSwitch = (
  native: NativeSwitchState | undefined,
  role: Role,
  isTaken: boolean,
): RuleFinding | undefined => {
  if (!native || !asksForSwitch(role) || native.is === 'on') return undefined;
  if (native.is === 'unseen' && isTaken) return undefined;
  return {
    code: native.is === 'unseen' ? 'nativeSwitchUnseen' : 'nativeSwitchOff',
    values: [native.path.join(' › ').slice(0, 300)],
    spans: [],
    fix: 'use-native-switch',
  };
};
