import type { Policy } from '../../model/policy.ts';
import { creator } from './creator.ts';
import { sharingPolicy2022 } from './sharing-policy-2022.ts';

/** The policies Candor brings, by id. */
export const PRESETS: ReadonlyMap<string, Policy> = new Map(
  [creator, sharingPolicy2022].map((policy) => [policy.id, policy]),
);

export const DEFAULT_PRESET: Policy = creator;

export const findPreset = (id: string): Policy | undefined => PRESETS.get(id);
