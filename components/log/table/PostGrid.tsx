import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../../ui/locale-context.ts';
import { PostRow } from './PostRow.tsx';
import type { PostsModel } from './table-contract.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

const COLUMNS = [
  'columnTime',
  'columnSite',
  'columnPost',
  'columnRole',
  'columnName',
  'columnOutcome',
] as const;
const ESTIMATE = 72;
/** So many rows from the end of what is in memory, more is fetched. */
const NEAR = 15;

/** All posts that the filter lets through. Arrow keys go from row to row, Enter opens one. */
export const PostGrid = ({ posts, onOpen }: { posts: PostsModel; onOpen(post: string): void }) => {
  const text = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = posts.rows.value;
  const first = posts.first.value;
  const [active, setActive] = useState<string>();
  const [wanted, setWanted] = useState<string>();
  /** On the way to an end: the rows that are there are not where one wants to be. */
  const isJumping = useRef(false);
  /** The keyboard brought one here: rows that come or go above must not push the row away. */
  const isFollowing = useRef(false);
  const at = Math.max(
    0,
    rows.findIndex(({ post }) => post === active),
  );
  const virtual = useVirtualRows({
    scroller,
    keys: rows.map(({ post }) => post),
    estimate: ESTIMATE,
    always: at,
  });
  const drawn = virtual.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever one has moved on
  useEffect(() => {
    if (wanted !== undefined || isJumping.current) return;
    // Where one is by now: the range is of the last event, and a jump may have come between.
    const top = scroller.current?.scrollTop ?? 0;
    const seen = virtual.getVirtualItemForOffset(top)?.index ?? 0;
    if (posts.hasOlder.value && seen + endIndex - startIndex >= rows.length - NEAR) void posts.loadOlder();
    else if (posts.hasNewer.value && seen < NEAR) void posts.loadNewer();
  }, [posts, rows, startIndex, endIndex, posts.hasOlder.value, posts.hasNewer.value, wanted]);

  const filter = posts.filter.value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its beginning
  useLayoutEffect(() => virtual.scrollToOffset(0), [filter]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a row may be drawn only later
  useLayoutEffect(() => {
    if (wanted === undefined) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-post="${CSS.escape(wanted)}"]`);
    if (!row) return;
    virtual.scrollToIndex(
      posts.rows.value.findIndex(({ post }) => post === wanted),
      { align: 'auto' },
    );
    row.focus();
    setWanted(undefined);
  }, [wanted, drawn]);

  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (isFollowing.current && focused?.matches('.log-row')) focused.scrollIntoView({ block: 'nearest' });
  });
  const letGo = (): void => {
    isFollowing.current = false;
  };

  const go = (to: number): void => {
    const current = posts.rows.value;
    const post = current[Math.min(Math.max(0, to), current.length - 1)]?.post;
    isFollowing.current = true;
    setActive(post);
    setWanted(post);
  };
  const jump = async (load: () => Promise<void>, to: number): Promise<void> => {
    isJumping.current = true;
    await load();
    isJumping.current = false;
    go(to);
  };
  const height = Math.max(1, endIndex - startIndex - 1);
  const moves: Record<string, () => unknown> = {
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    PageDown: () => go(at + height),
    PageUp: () => go(at - height),
    Home: () => jump(posts.toNewest, 0),
    End: () => jump(posts.toOldest, Number.MAX_SAFE_INTEGER),
    Enter: () => rows[at] && onOpen(rows[at].post),
  };

  return (
    // biome-ignore-start lint/a11y/useSemanticElements: rows that are drawn only where one looks are no table of HTML
    // biome-ignore-start lint/a11y/useFocusableInteractive: rows with a post have the focus, not their cells
    <div
      class="log-grid"
      role="grid"
      tabIndex={-1}
      aria-label={text('logPosts')}
      aria-rowcount={posts.hasOlder.value || first === undefined ? -1 : first + rows.length + 1}
      aria-colcount={COLUMNS.length}
      ref={scroller}
      onWheel={letGo}
      onPointerDown={letGo}
      onKeyDown={(event) => {
        const move = moves[event.key];
        const isOnRow = (event.target as Element).matches('.log-row');
        if (!move || !isOnRow || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
        event.preventDefault();
        void move();
      }}
    >
      <div role="rowgroup" class="log-head">
        <div role="row" class="log-columns" aria-rowindex={1}>
          {COLUMNS.map((column) => (
            <div key={column} role="columnheader">
              {text(column)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" class="log-body" style={{ height: `${virtual.getTotalSize()}px` }}>
        {drawn.map(({ index, key, start }) => {
          const post = rows[index];
          return (
            post && (
              <PostRow
                key={key}
                post={post}
                at={index}
                rowIndex={first === undefined ? undefined : first + index + 2}
                start={start}
                isActive={index === at}
                rowRef={virtual.measureElement}
                onOpen={() => onOpen(post.post)}
                onFocus={() => setActive(post.post)}
              />
            )
          );
        })}
      </div>
    </div>
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
    // biome-ignore-end lint/a11y/useSemanticElements: see above
  );
};
