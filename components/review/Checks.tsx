import type { Finding, Fix } from '#lib/model/decision.ts';
import type { MessageKey } from '#lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { textForCode, useText } from '../ui/locale-context.ts';
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
};

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
          const state = isSettled ? 'settled' : finding.level;
          const fix = FIX_WORDS[finding.fix];
          const ruleName = textForCode(text, 'rule_', finding.rule, [], finding.rule);
          return (
            <li key={`${finding.rule} ${finding.code} ${state}`} class={`check ${state}`}>
              <Icon name={isSettled ? 'check' : finding.level === 'require' ? 'stop' : 'info'} />
              <span class="check-words">
                <span class="sr-only">
                  {text(isSettled ? 'checkSettled' : finding.level === 'require' ? 'checkRequired' : 'checkAdvised')}{' '}
                </span>
                {isSettled ? ruleName : textForCode(text, 'finding_', finding.code, finding.values, ruleName)}
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
