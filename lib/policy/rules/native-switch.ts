import { z } from 'zod';
import { askForSwitch } from '../native-step.ts';
import { defineRule } from '../rule.ts';

/** Where the site has a switch of its own that says "made with AI", it is on. */
export const nativeSwitch = defineRule({
  id: 'native-switch',
  title: 'rule_native_switch',
  concerns: 'ai',
  codes: ['nativeSwitchOff', 'nativeSwitchUnseen'],
  options: z.strictObject({}),
  check: (draft, { effectiveRole, isNativeStepTaken = false }) =>
    askForSwitch(draft.nativeSwitch, effectiveRole, isNativeStepTaken),
});
