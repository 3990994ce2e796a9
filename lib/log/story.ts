import type { PostStory } from '#lib/model/log-query.ts';
import type { LogDatabase, StoreName } from './database.ts';
import { erasedOn, keptText } from './kept-text.ts';
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
  const found = await Promise.all(row.contents.map(({ digest }) => tx.objectStore('contents').get(digest)));
  const texts = row.contents.flatMap(({ index, what }, at) => {
    const kept = keptText(found[at]);
    return kept ? [{ index, what, text: kept.text }] : [];
  });
  const erased = row.contents.flatMap(({ index, what }, at) => {
    const time = erasedOn(found[at]);
    return time === undefined ? [] : [{ index, what, time }];
  });
  return { post, entries: entries.flat(), texts, erased };
}
