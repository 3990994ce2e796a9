import { useText } from '../../ui/locale-context.ts';
import type { PostSummary } from '../contract.ts';

/** Which file a post is from, and whether that file holds. */
export const PostSource = ({ from }: { from: NonNullable<PostSummary['from']> }) => {
  const text = useText();
  return (
    <span class="opened-from">
      <span class="opened-label">{from.label}</span>
      <span class="opened-name" dir="auto">
        {from.name}
      </span>
      {!from.isVerified && <span class="badge danger">{text('openedUnverified')}</span>}
    </span>
  );
};
