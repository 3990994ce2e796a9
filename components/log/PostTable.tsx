import { ROLE_WORDS } from '../roles.ts';
import { Icon } from '../ui/Icon.tsx';
import { useText } from '../ui/locale-context.ts';
import type { PostSummary } from './contract.ts';
import { ErasePost } from './ErasePost.tsx';
import { Moment } from './Moment.tsx';
import { OutcomeBadge } from './OutcomeBadge.tsx';
import { Receipt } from './Receipt.tsx';
import type { ReceiptPorts } from './receipt-contract.ts';

interface PostTableProps {
  posts: readonly PostSummary[];
  receipts: ReceiptPorts;
  onErase(post: string): Promise<void>;
}

/** All posts. The roles are spelt out, since narrow windows show the rows as blocks and drop the table's own. */
export const PostTable = ({ posts, receipts, onErase }: PostTableProps) => {
  const text = useText();
  const columns = [
    'columnTime',
    'columnSite',
    'columnPost',
    'columnRole',
    'columnName',
    'columnOutcome',
  ] as const;
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: CSS display would take the native ones away
    // biome-ignore-start lint/a11y/useSemanticElements: same
    <table class="table" role="table">
      <caption class="sr-only">{text('logTitle')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {text(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {posts.map((post) => (
          <tr key={post.post} role="row">
            <td role="cell">
              <Moment time={post.time} />
            </td>
            <td role="cell">{post.siteName}</td>
            <td role="cell" class="table-post">
              {post.excerpt ? (
                <span class="table-excerpt" dir="auto">
                  {post.excerpt}
                </span>
              ) : (
                <span class="soft">{text('textNotKept')}</span>
              )}
              {post.permalink && (
                <a class="posts-link" href={post.permalink} target="_blank" rel="noopener noreferrer">
                  {text('openPost')}
                  <span class="sr-only"> {text('openPostOn', post.siteName)}</span>
                  <Icon name="external" size={13} />
                </a>
              )}
            </td>
            <td role="cell">{post.role ? text(ROLE_WORDS[post.role].short) : text('roleUnknown')}</td>
            <td role="cell" dir="auto">
              {post.identity ?? '–'}
            </td>
            <td role="cell">
              <OutcomeBadge post={post} />
              <Receipt post={post} receipts={receipts} />
              {post.excerpt !== undefined && <ErasePost post={post.post} onErase={onErase} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/useSemanticElements: same
    // biome-ignore-end lint/a11y/noRedundantRoles: CSS display would take the native ones away
  );
};
