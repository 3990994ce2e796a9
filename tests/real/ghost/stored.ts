import { DatabaseSync } from 'node:sqlite';
import { until } from '#tests/harness/poll.ts';
import type { GhostSite } from './start-ghost.ts';

/** A post as Ghost stored it. */
export interface StoredPost {
  id: string;
  status: 'draft' | 'published' | 'scheduled' | 'sent';
  /** What readers get to see. */
  html: string | null;
  /** UTC, without a zone. */
  published_at: string | null;
}

/** What the database holds of a post, by its title. */
export const findPost = ({ database }: GhostSite, title: string): StoredPost | undefined => {
  const file = new DatabaseSync(database, { readOnly: true });
  try {
    const query = file.prepare('select id, status, html, published_at from posts where title = ?');
    return query.get(title) as StoredPost | undefined;
  } finally {
    file.close();
  }
};

/** Waits until it has this status, and all of this text. */
export const waitForStored = (
  site: GhostSite,
  title: string,
  status: StoredPost['status'],
  text = '',
): Promise<StoredPost> =>
  until(
    () => {
      const post = findPost(site, title);
      return post?.status === status && (post.html ?? '').includes(text) ? post : undefined;
    },
    { what: `"${title}" to be ${status}`, timeout: 20_000 },
  );
