import { expect, test } from 'vitest';
import { policySchema } from '#lib/model/policy.ts';
import { DEFAULT_PRESET, findPreset, PRESETS } from '#lib/policy/presets/index.ts';
import { RULES } from '#lib/policy/rules/index.ts';

test.each([...PRESETS.values()])('$id is a policy whose options its rules can read', (preset) => {
  expect(policySchema.parse(preset)).toEqual(preset);
  for (const [id, setting] of Object.entries(preset.rules))
    expect(RULES[id as keyof typeof RULES].options.safeParse(setting.options ?? {}).success).toBe(true);
  expect(findPreset(preset.id)).toBe(preset);
});

test('there is a default, and an unknown id finds nothing', () => {
  expect(DEFAULT_PRESET.id).toBe('creator');
  expect(findPreset('no-such')).toBeUndefined();
});
