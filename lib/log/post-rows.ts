import type { ContentDigest, LogEntry } from '#lib/model/log-entry.ts';
import type { LogDatabase, PostRow } from './database.ts';
import { keptText } from './kept-text.ts';
import { outcomeOf } from './standing.ts';

/** A post that is out, with the address of each of its parts. */
export interface PublishedPost {
  readonly post: string;
  readonly addresses: readonly string[];
}

/** Posts looked at in one transaction while searching by origin. */
const BATCH = 200;

function factsOf(entry: LogEntry): PostRow['facts'] {
  const { site, kind, role, permalink, partLinks, identity, drift } = entry;
  // Where it was seen later is not where it was written.
  const address = drift ? undefined : entry.address;
  const stated = Object.entries({ site, kind, role, permalink, partLinks, identity, address, drift });
  return Object.fromEntries(stated.filter(([, value]) => value !== undefined));
}

/** The row of a post after one more entry. */
export function extendPost(row: PostRow | undefined, post: string, entry: LogEntry): PostRow {
  const { open, ...kept } = row ?? {
    post,
    order: -entry.index,
    entries: [],
    events: [],
    time: entry.time,
    facts: {},
    contents: [],
  };
  const contents = (entry.contents ?? []).map(({ what, digest }) => ({ what, digest, index: entry.index }));
  // An entry in between that is no outcome leaves the post as open as it was.
  const isOpen = entry.event === 'post.released' || (open === 1 && outcomeOf(entry.event) === undefined);
  return {
    ...kept,
    entries: [...kept.entries, entry.index],
    events: [...kept.events, entry.event],
    facts: { ...kept.facts, ...factsOf(entry) },
    contents: [...kept.contents, ...contents],
    ...(isOpen && { open: 1 }),
  };
}

/** Approved posts, newest first, whose address is on this origin. */
export async function postsOn(
  database: LogDatabase,
  origin: string,
  limit: number,
): Promise<PublishedPost[]> {
  const found: PublishedPost[] = [];
  let from: number | undefined;
  for (;;) {
    const range = from === undefined ? null : IDBKeyRange.lowerBound(from, true);
    const rows = await database.getAllFromIndex('posts', 'order', range, BATCH);
    for (const { post, facts, events } of rows) {
      const { permalink, partLinks = [] } = facts;
      const isApproved = events.includes('post.approved') || events.includes('post.overridden');
      if (isApproved && permalink?.startsWith(`${origin}/`))
        found.push({ post, addresses: [permalink, ...partLinks] });
      if (found.length === limit) return found;
    }
    if (rows.length < BATCH) return found;
    from = rows.at(-1)?.order;
  }
}

/** The newest text of its kind that is kept of a post. */
export async function readText(
  database: LogDatabase,
  post: string,
  what: ContentDigest['what'],
): Promise<string | undefined> {
  const row = await database.get('posts', post);
  const digest = row?.contents.findLast((content) => content.what === what)?.digest;
  return digest === undefined ? undefined : keptText(await database.get('contents', digest))?.text;
}
