import type { MessageKey } from '#lib/i18n/text.ts';
import { useText } from '../ui/locale-context.ts';
import type { PostOutcome, PostSummary } from './contract.ts';

export const OUTCOME_WORDS: Record<PostOutcome, { words: MessageKey; tone: string }> = {
  held: { words: 'outcomeHeld', tone: '' },
  released: { words: 'outcomeReleased', tone: '' },
  published: { words: 'outcomePublished', tone: 'good' },
  scheduled: { words: 'outcomeScheduled', tone: 'good' },
  unconfirmed: { words: 'outcomeUnconfirmed', tone: 'caution' },
  failed: { words: 'outcomeFailed', tone: 'danger' },
  cancelled: { words: 'outcomeCancelled', tone: '' },
};

export const OutcomeBadge = ({
  post,
}: {
  post: Pick<PostSummary, 'outcome' | 'isOverride' | 'deviation' | 'drift'>;
}) => {
  const text = useText();
  const { words, tone } = OUTCOME_WORDS[post.outcome];
  return (
    <span class="badges">
      <span class={`badge ${tone}`}>{text(words)}</span>
      {post.deviation && (
        <span class="badge caution">
          {text(post.deviation === 'altered' ? 'outcomeAltered' : 'outcomeBypassed')}
        </span>
      )}
      {post.drift && (
        <span class="badge caution">
          {text(post.drift === 'text-changed' ? 'outcomeEdited' : 'outcomeLabelGone')}
        </span>
      )}
      {post.isOverride && <span class="badge caution">{text('outcomeOverride')}</span>}
    </span>
  );
};
