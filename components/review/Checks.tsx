import type { MessageKey } from '#lib/i18n/text.ts';
import type { Finding, Fix } from '#lib/model/decision.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useText } from '../ui/locale-context.ts';
import { textForCode } from '../ui/text-for-code.ts';
import type { Check } from './use-review.ts';

/** Words on the control that fixes a finding. Where nothing in the dialog can, the finding says where to go. */
const FIX_WORDS: Record<Fix, MessageKey | undefined> = {
  review: 'fixReview',
  'choose-role': 'fixChooseRole',
  'choose-identity': 'fixChooseIdentity',
  'add-label': 'fixSeeLabel',
  'move-label': 'fixSeeLabel',
  'shorten-text': 'fixShortenText',
  'edit-text': 'fixEditText',
  'reload-policy': undefined,
  'give-reason': 'fixGiveReason',
  'use-native-switch': 'fixNativeSwitch',
};

const STATE_WORDS = { settled: 'checkSettled', require: 'checkRequired', advise: 'checkAdvised' } as const;

interface ChecksProps {
  checks: readonly Check[];
  onFix(finding: Finding): void;
}

export const Checks = ({ checks, onFix }: ChecksProps) => {
  const text = useText();
  if (checks.length === 0) return null;
  return (
    <section class="review-section">
      <h3 class="section-title">{text('checksTitle')}</h3>
      <ul class="checks">
        {checks.map(({ finding, isSettled }) => {
          // That the person reads the post is settled by the person alone, when pressing the button.
          const isTheirs = finding.fix === 'review';
          const state = isSettled ? (isTheirs ? 'theirs' : 'settled') : finding.level;
          const fix = FIX_WORDS[finding.fix];
          const ruleName = textForCode(text, 'rule_', finding.rule, [], finding.rule);
          return (
            <li key={`${finding.rule} ${finding.code} ${state}`} class={`check ${state}`}>
              <Icon
                name={
                  state === 'theirs'
                    ? 'eye'
                    : isSettled
                      ? 'check'
                      : finding.level === 'require'
                        ? 'stop'
                        : 'info'
                }
              />
              <span class="check-words">
                {state !== 'theirs' && <span class="sr-only">{text(STATE_WORDS[state])} </span>}
                {state === 'theirs'
                  ? text('checkReview')
                  : isSettled
                    ? ruleName
                    : textForCode(text, 'finding_', finding.code, finding.values, ruleName)}
                {!isSettled && finding.fix === 'reload-policy' && ` ${text('fixReloadPolicy')}`}
              </span>
              {!isSettled && fix && (
                <Button small onPress={() => onFix(finding)}>
                  {text(fix)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
