import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { useLocale } from '../ui/locale-context.ts';
import type { LabelPreview } from './contract.ts';

interface LabelTooLongProps {
  preview: LabelPreview;
  siteName: string;
  canOverride: boolean;
  onShorten(): void;
  /** The person will put the label in the first reply by hand. */
  onUseReply(): void;
}

/** Even the short label does not fit: how much is too much, and what can honestly be done. */
export const LabelTooLong = ({
  preview,
  siteName,
  canOverride,
  onShorten,
  onUseReply,
}: LabelTooLongProps) => {
  const { text, language } = useLocale();
  return (
    <div class="review-section">
      <Banner
        tone="caution"
        role="status"
        title={text('labelTooLong', new Intl.NumberFormat(language).format(preview.tooMany), siteName)}
      >
        <p>{text('labelTooLongShorten')}</p>
        {canOverride && <p>{text('labelTooLongReply')}</p>}
        <div class="banner-actions">
          <Button small onPress={onShorten}>
            {text('fixShortenText')}
          </Button>
          {canOverride && preview.label === '' && (
            <Button small onPress={onUseReply}>
              {text('labelAsReply')}
            </Button>
          )}
          {canOverride && preview.label !== '' && (
            <CopyButton value={preview.label} label={text('copyLabelForReply')} onCopied={onUseReply} />
          )}
        </div>
      </Banner>
    </div>
  );
};
