import type { GateProfile } from '../model/flow.ts';
import { readPolicy } from './read-policy.ts';
import { prohibitedContent } from './rules/prohibited-content.ts';

/** What the gate must know beforehand so that a human post passes without asking anybody. */
export const gateProfile = (
  stored: unknown,
): Pick<GateProfile, 'when' | 'failure' | 'requests' | 'asksAboutAll'> => {
  const { policy } = readPolicy(stored);
  const setting = policy.rules['prohibited-content'];
  const options = prohibitedContent.options.safeParse(setting?.options ?? {});
  const isOn = setting !== undefined && setting.level !== 'off';
  return {
    when: policy.gate.when,
    failure: policy.gate.failure,
    requests: policy.gate.requests ?? 'observe',
    // Options that cannot be read may well have said so.
    asksAboutAll:
      policy.gate.when === 'always' || (isOn && (!options.success || options.data.applies === 'all')),
  };
};
