import { until } from '#tests/harness/poll.ts';
import type { WordPressSite } from './start-wordpress.ts';

export interface StoredPost {
  status: string;
  /** As it is stored: blocks as comments in the markup. */
  content: string;
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What the database holds of a post or page, by its title. Revisions are left out. */
export const findPost = ({ sql }: WordPressSite, title: string): StoredPost | undefined => {
  const row = sql(
    `select json_object('status', post_status, 'content', post_content) from wp_posts
     where post_title = ${quote(title)} and post_type <> 'revision'`,
  );
  return row === '' ? undefined : (JSON.parse(row) as StoredPost);
};

/** Waits until it is public. */
export const waitForPublished = async (site: WordPressSite, title: string): Promise<StoredPost> =>
  until(
    () => {
      const post = findPost(site, title);
      return post?.status === 'publish' ? post : undefined;
    },
    { what: `"${title}" to be published` },
  );

/** Texts of all comments, oldest first. */
export const readComments = ({ sql }: WordPressSite): string[] =>
  sql('select json_quote(comment_content) from wp_comments order by comment_ID')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as string);
