import type { NativeSwitchState } from '#lib/model/draft.ts';
import { declared, draft, silent } from '../samples.ts';
import type { RuleLists } from './lists.ts';

const withSwitch = (is: NativeSwitchState['is']) => ({
  ...draft('Hello'),
  nativeSwitch: { path: ['More', 'Made with AI'], is },
});

export const lists: RuleLists = {
  accept: [
    { it: 'a site without a switch', draft: draft('Hello'), context: declared() },
    { it: 'a switch that is on', draft: withSwitch('on'), context: declared() },
    { it: 'a human post', draft: withSwitch('off'), context: silent },
    {
      it: 'a post that AI only helped with',
      draft: withSwitch('off'),
      context: declared({ role: 'assisted' }),
    },
    {
      it: 'a step that nobody can look at and the person says was taken',
      draft: withSwitch('unseen'),
      context: declared({ isNativeStepTaken: true }),
    },
  ],
  reject: [
    { it: 'a switch that is off', draft: withSwitch('off'), context: declared(), code: 'nativeSwitchOff' },
    { it: 'a hidden switch', draft: withSwitch('hidden'), context: declared(), code: 'nativeSwitchOff' },
    {
      it: 'a switch that is off, whatever the person says',
      draft: withSwitch('off'),
      context: declared({ isNativeStepTaken: true }),
      code: 'nativeSwitchOff',
    },
    {
      it: 'a step that nobody can look at',
      draft: withSwitch('unseen'),
      context: declared({ role: 'coauthored' }),
      code: 'nativeSwitchUnseen',
    },
  ],
};
