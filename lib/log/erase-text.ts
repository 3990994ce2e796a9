import type { LogDatabase, StoreName } from './database.ts';

/** Which kept texts go: those of one post, those written before a time, or all. */
export type TextSelection = { readonly post: string } | { readonly before: number } | 'all';

/** Gives how many texts were erased. */
export async function eraseText(database: LogDatabase, selection: TextSelection): Promise<number> {
  const tx = database.transaction(['posts', 'contents'] as StoreName[], 'readwrite', {
    durability: 'strict',
  });
  const contents = tx.objectStore('contents');
  let digests: string[];
  if (selection === 'all') {
    digests = await contents.getAllKeys();
  } else if ('post' in selection) {
    const row = await tx.objectStore('posts').get(selection.post);
    const kept = await Promise.all((row?.contents ?? []).map(({ digest }) => contents.getKey(digest)));
    digests = kept.filter((digest) => digest !== undefined);
  } else {
    // Without an index, which each append would pay for: erasing by age is a rare sweep.
    digests = [];
    for (let row = await contents.openCursor(); row; row = await row.continue()) {
      if (row.value.time < selection.before) digests.push(row.key);
    }
  }
  await Promise.all([...digests.map((digest) => contents.delete(digest)), tx.done]);
  return digests.length;
}
