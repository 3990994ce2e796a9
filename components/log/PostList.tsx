import { ROLE_WORDS } from '../roles.ts';
import { Icon } from '../ui/Icon.tsx';
import { useText } from '../ui/locale-context.ts';
import type { PostSummary } from './contract.ts';
import { Moment } from './Moment.tsx';
import { OutcomeBadge } from './OutcomeBadge.tsx';

/** The last posts, small: for the popup. */
export const PostList = ({ posts }: { posts: readonly PostSummary[] }) => {
  const text = useText();
  return (
    <ul class="posts">
      {posts.map((post) => (
        <li key={post.post} class="posts-item">
          <span class="posts-head">
            <span class="posts-role">
              {post.role ? text(ROLE_WORDS[post.role].short) : text('roleUnknown')}
            </span>
            <OutcomeBadge post={post} />
          </span>
          {post.excerpt && (
            <span class="posts-excerpt" dir="auto">
              {post.excerpt}
            </span>
          )}
          <span class="posts-where">
            {post.siteName} · <Moment time={post.time} />
            {post.permalink && (
              <a class="posts-link" href={post.permalink} target="_blank" rel="noopener noreferrer">
                {text('openPost')}
                <span class="sr-only"> {text('openPostOn', post.siteName)}</span>
                <Icon name="external" size={13} />
              </a>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
};
