import type { Ref } from 'preact';
import { ROLE_WORDS } from '../../roles.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useText } from '../../ui/locale-context.ts';
import type { PostSummary } from '../contract.ts';
import { Moment } from '../Moment.tsx';
import { OutcomeBadge } from '../OutcomeBadge.tsx';
import { PostSource } from '../opened/PostSource.tsx';

interface PostRowProps {
  post: PostSummary;
  /** Place in what is drawn, for the measuring of rows. */
  at: number;
  /** Place in the whole list, from 1 with the head; missing where nobody counted. */
  rowIndex: number | undefined;
  start: number;
  isActive: boolean;
  rowRef: Ref<HTMLDivElement>;
  onOpen(): void;
  onFocus(): void;
}

/** One post of the grid. Wide windows show columns, narrow ones a card. */
export const PostRow = ({ post, at, rowIndex, start, isActive, rowRef, onOpen, onFocus }: PostRowProps) => {
  const text = useText();
  const tabIndex = isActive ? 0 : -1;
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: rows that are drawn only where one looks are no table of HTML
    // biome-ignore-start lint/a11y/useFocusableInteractive: rows have the focus, not cells
    // biome-ignore-start lint/a11y/useKeyWithClickEvents: the grid hears the keys of all rows
    <div
      role="row"
      class="log-row"
      ref={rowRef}
      data-index={at}
      data-post={post.post}
      aria-rowindex={rowIndex}
      tabIndex={tabIndex}
      style={{ transform: `translateY(${start}px)` }}
      onFocus={onFocus}
      onClick={({ target }) => {
        if (!(target as Element).closest('a')) onOpen();
      }}
    >
      <div role="gridcell" class="log-time">
        <Moment time={post.time} />
      </div>
      <div role="gridcell" class="log-site">
        {post.siteName}
      </div>
      <div role="gridcell" class="log-post">
        {post.excerpt ? (
          <span class="table-excerpt" dir="auto">
            {post.excerpt}
          </span>
        ) : (
          <span class="soft">{text(post.from ? 'openedNoText' : 'textNotKept')}</span>
        )}
        {post.permalink && (
          <a
            class="posts-link"
            href={post.permalink}
            target="_blank"
            rel="noopener noreferrer"
            tabIndex={tabIndex}
          >
            {text('openPost')}
            <span class="sr-only"> {text('openPostOn', post.siteName)}</span>
            <Icon name="external" size={13} />
          </a>
        )}
        {post.from && <PostSource from={post.from} />}
      </div>
      <div role="gridcell" class="log-role">
        {post.role ? text(ROLE_WORDS[post.role].short) : text('roleUnknown')}
      </div>
      <div role="gridcell" class="log-name" dir="auto">
        {post.identity ?? '–'}
      </div>
      <div role="gridcell" class="log-outcome">
        <OutcomeBadge post={post} />
      </div>
    </div>
    // biome-ignore-end lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
    // biome-ignore-end lint/a11y/useSemanticElements: see above
  );
};
