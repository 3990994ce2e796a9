import type { PostStory } from '#lib/model/log-query.ts';
import type { LogDatabase, StoreName } from './database.ts';
import { parseEntry, readEntries } from './stored-log.ts';

const STORES: StoreName[] = ['posts', 'entries', 'tiles', 'contents'];

/** All that is known of one post; nothing where the log has no such post. */
export async function readStory(database: LogDatabase, post: string): Promise<PostStory | undefined> {
  const tx = database.transaction(STORES);
  const row = await tx.objectStore('posts').get(post);
  if (!row) return undefined;
  const entries = await Promise.all(
    row.entries.map(async (index) => (await readEntries(tx, index, index + 1)).map(parseEntry)),
  );
  const texts = await Promise.all(
    row.contents.map(async ({ index, what, digest }) => {
      const kept = await tx.objectStore('contents').get(digest);
      return kept ? [{ index, what, text: kept.text }] : [];
    }),
  );
  return { post, entries: entries.flat(), texts: texts.flat() };
}
