import type { Outcome } from '#lib/model/flow.ts';
import type { ContentDigest, Drift, LogEntry, LogEvent } from '#lib/model/log-entry.ts';
import type { LogDatabase, PostRow } from './database.ts';

/** One post in a list. */
export type PostSummary = Omit<PostRow['facts'], 'drift'> & {
  readonly post: string;
  /** Index of its first entry; give it as `before` to get the next page. */
  readonly index: number;
  readonly time: number;
  /** What happened last. */
  readonly state: LogEvent;
  readonly outcome?: Outcome;
  /** Approved against the policy, with a reason. */
  readonly isOverride: boolean;
  /** Nobody let it go (`bypassed`), or another text was sent than the approved one (`altered`). */
  readonly deviation?: 'bypassed' | 'altered';
  /** How the post, as it was last seen, is not what was approved: the gravest. */
  readonly drift?: Drift;
  /** Beginning of the text, where it was kept and not erased. */
  readonly excerpt?: string;
};

/** A post that is out, with the address of each of its parts. */
export interface PublishedPost {
  readonly post: string;
  readonly addresses: readonly string[];
}

export interface PostQuery {
  /** Only posts that began before this index. */
  readonly before?: number;
  readonly limit: number;
  /** Looked for in site, address, permalink, identity and kept text; case does not count. */
  readonly search?: string;
}

const OUTCOMES: Partial<Record<LogEvent, Outcome>> = {
  'post.published': 'published',
  'post.scheduled': 'scheduled',
  'post.unconfirmed': 'unconfirmed',
  'post.failed': 'failed',
  'post.cancelled': 'cancelled',
};

const EXCERPT_LENGTH = 200;
/** Posts looked at in one transaction while searching, by words or by origin. */
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
  const isOpen = entry.event === 'post.released' || (open === 1 && OUTCOMES[entry.event] === undefined);
  return {
    ...kept,
    entries: [...kept.entries, entry.index],
    events: [...kept.events, entry.event],
    facts: { ...kept.facts, ...factsOf(entry) },
    contents: [...kept.contents, ...contents],
    ...(isOpen && { open: 1 }),
  };
}

function excerptOf(text: string): string {
  return [...text.slice(0, 2 * EXCERPT_LENGTH)].slice(0, EXCERPT_LENGTH).join('');
}

function summarise(row: PostRow, text: string | undefined): PostSummary {
  const { drift, ...facts } = row.facts;
  const outcome = row.events.reduce<Outcome | undefined>((last, event) => OUTCOMES[event] ?? last, undefined);
  return {
    post: row.post,
    index: row.entries[0] ?? 0,
    time: row.time,
    state: row.events.at(-1) ?? 'post.held',
    ...(outcome && { outcome }),
    isOverride: row.events.includes('post.overridden'),
    ...deviationOf(row),
    ...driftOf(drift),
    ...facts,
    ...(text !== undefined && { excerpt: excerptOf(text) }),
  };
}

const deviationOf = ({ events }: PostRow): Pick<PostSummary, 'deviation'> => {
  if (events.includes('post.altered')) return { deviation: 'altered' };
  return events.includes('post.bypassed') ? { deviation: 'bypassed' } : {};
};

const GRAVEST: readonly Drift[] = ['label-gone', 'part-without-label', 'text-changed'];

const driftOf = (drift: LogEntry['drift'] = []): Pick<PostSummary, 'drift'> => {
  const gravest = GRAVEST.find((kind) => drift.some(({ found }) => found === kind));
  return gravest === undefined ? {} : { drift: gravest };
};

function matches(row: PostRow, text: string | undefined, search: string): boolean {
  if (search === '') return true;
  const { site, address, permalink, identity } = row.facts;
  return [site, address, permalink, identity?.name, identity?.organisation, text].some((field) =>
    field?.toLowerCase().includes(search),
  );
}

async function readTexts(database: LogDatabase, rows: readonly PostRow[]): Promise<(string | undefined)[]> {
  const tx = database.transaction('contents');
  return Promise.all(
    rows.map(async ({ contents }) => {
      const shown =
        contents.findLast(({ what }) => what === 'final') ??
        contents.findLast(({ what }) => what === 'draft') ??
        contents.findLast(({ what }) => what === 'sent');
      return shown && (await tx.store.get(shown.digest))?.text;
    }),
  );
}

/** Posts, newest first. Paged by key: a page costs the same at the end of a long log as at its beginning. */
export async function listPosts(database: LogDatabase, query: PostQuery): Promise<PostSummary[]> {
  const search = query.search?.trim().toLowerCase() ?? '';
  const found: PostSummary[] = [];
  let from = query.before === undefined ? undefined : -query.before;
  while (found.length < query.limit) {
    const range = from === undefined ? null : IDBKeyRange.lowerBound(from, true);
    const size = search === '' ? query.limit - found.length : BATCH;
    const rows = await database.getAllFromIndex('posts', 'order', range, size);
    const texts = await readTexts(database, rows);
    for (const [at, row] of rows.entries()) {
      if (found.length < query.limit && matches(row, texts[at], search))
        found.push(summarise(row, texts[at]));
    }
    if (rows.length < size) break;
    from = rows.at(-1)?.order;
  }
  return found;
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
  return digest === undefined ? undefined : (await database.get('contents', digest))?.text;
}

/** Posts that were let go and of which nothing has been heard. */
export async function openPosts(database: LogDatabase): Promise<PostSummary[]> {
  const rows = await database.getAllFromIndex('posts', 'open');
  const texts = await readTexts(database, rows);
  return rows.map((row, at) => summarise(row, texts[at]));
}
