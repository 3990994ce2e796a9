import { Banner } from '../ui/Banner.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { useText } from '../ui/locale-context.ts';
import { textForCode } from '../ui/text-for-code.ts';
import type { ReviewStage } from './contract.ts';

/** Why it stopped, that nothing was sent, and what to do next. */
export const StoppedNotice = ({
  stage,
  siteName,
}: {
  stage: Extract<ReviewStage, { is: 'stopped' }>;
  siteName: string;
}) => {
  const text = useText();
  const isApproved = stage.code === 'press-post-again';
  return (
    <Banner
      tone={isApproved ? 'caution' : 'danger'}
      role="alert"
      title={textForCode(text, 'problem_', stage.code, [siteName], text('problemUnknown', stage.code))}
    >
      <p>{text('nothingSentTextKept')}</p>
      {stage.copyText && <CopyButton value={stage.copyText} label={text('copyLabel')} />}
    </Banner>
  );
};
