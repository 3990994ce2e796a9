import type { MessageKey } from '#lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useLocale } from '../ui/locale-context.ts';

/**
 * - `bypassed`: the site published what nobody was asked about.
 * - `altered`: what the site sent is not what was approved.
 * - `stopped`: the same, and it was not let go.
 * - `label-gone`: a post that is out is shown without its label.
 * - `part-without-label`: a further part of a thread is.
 */
export type NoticeKind = 'bypassed' | 'altered' | 'stopped' | 'label-gone' | 'part-without-label';

const WORDS: Record<NoticeKind, { title: MessageKey; explains: MessageKey }> = {
  bypassed: { title: 'noticeBypassed', explains: 'noticeBypassedExplains' },
  altered: { title: 'noticeAltered', explains: 'noticeAlteredExplains' },
  stopped: { title: 'noticeStopped', explains: 'noticeStoppedExplains' },
  'label-gone': { title: 'noticeLabelGone', explains: 'noticeLabelGoneExplains' },
  'part-without-label': { title: 'noticePartWithoutLabel', explains: 'noticeLabelGoneExplains' },
};

export interface NoticeProps {
  kind: NoticeKind;
  siteName: string;
  /** To be put in by hand. */
  label?: string | undefined;
  /** Where the post can be edited: its own, if the site told. */
  address?: string | undefined;
  onOpenLog(): void;
  onClose(): void;
}

/** Says after the fact what went past the gate. Not modal: nothing can be held up any more. */
export const Notice = ({ kind, siteName, label, address, onOpenLog, onClose }: NoticeProps) => {
  const { text, language, dir } = useLocale();
  const { title, explains } = WORDS[kind];
  const isWithoutAi = kind === 'bypassed' && label === undefined;
  return (
    <section class="candor notice" lang={language} dir={dir} aria-label="Candor">
      <div role="alert">
        <p class="notice-title">{text(title, siteName)}</p>
        <p>{isWithoutAi ? text('noticeBypassedAsked') : text(explains, siteName)}</p>
      </div>
      <div class="notice-foot">
        <Button small onPress={onOpenLog}>
          {text('openLog')}
        </Button>
        {label !== undefined && <CopyButton value={label} label={text('copyLabel')} />}
        {address !== undefined && (
          <a class="button small" href={address} target="_blank" rel="noopener noreferrer">
            {text('noticeOpenPost')}
          </a>
        )}
        <Button small kind="quiet" label={text('closeNotice')} onPress={onClose}>
          <Icon name="close" />
        </Button>
      </div>
    </section>
  );
};
