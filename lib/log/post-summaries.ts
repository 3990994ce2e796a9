import type { Outcome } from '#lib/model/flow.ts';
import type { Drift, LogEntry, LogEvent } from '#lib/model/log-entry.ts';
import type { Standing } from '#lib/model/log-query.ts';
import type { LogDatabase, LogTransaction, PostRow, StoreName } from './database.ts';
import { keptText } from './kept-text.ts';
import { lastOutcome, standingOf } from './standing.ts';

/** One post in a list. */
export type PostSummary = Omit<PostRow['facts'], 'drift'> & {
  readonly post: string;
  /** Index of its first entry; give it as `before` or `after` to go on from here. */
  readonly index: number;
  readonly time: number;
  /** What happened last. */
  readonly state: LogEvent;
  readonly standing: Standing;
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

/** A post with the text that stands for it, where that is kept. */
export interface PostWithText {
  readonly row: PostRow;
  readonly text: string | undefined;
}

/** What is read for a list. */
export const LISTED: StoreName[] = ['posts', 'contents'];

const EXCERPT_LENGTH = 200;

export function excerptOf(text: string): string {
  return [...text.slice(0, 2 * EXCERPT_LENGTH)].slice(0, EXCERPT_LENGTH).join('');
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

export function summarise({ row, text }: PostWithText): PostSummary {
  const { drift, ...facts } = row.facts;
  const outcome = lastOutcome(row.events);
  return {
    post: row.post,
    index: row.entries[0] ?? 0,
    time: row.time,
    state: row.events.findLast((event) => event !== 'texts.erased') ?? 'post.held',
    standing: standingOf(row.events),
    ...(outcome && { outcome }),
    isOverride: row.events.includes('post.overridden'),
    ...deviationOf(row),
    ...driftOf(drift),
    ...facts,
    ...(text !== undefined && { excerpt: excerptOf(text) }),
  };
}

/** The text that stands for a post in a list. */
export const shownTextOf = (contents: PostRow['contents']): PostRow['contents'][number] | undefined =>
  ['final', 'draft', 'sent']
    .map((wanted) => contents.findLast(({ what }) => what === wanted))
    .find((found) => found !== undefined);

export async function withText(
  tx: LogTransaction<'readonly'>,
  rows: readonly PostRow[],
): Promise<PostWithText[]> {
  return Promise.all(
    rows.map(async (row) => {
      const shown = shownTextOf(row.contents);
      const kept = shown && keptText(await tx.objectStore('contents').get(shown.digest));
      return { row, text: kept?.text };
    }),
  );
}

/** Posts that were let go and of which nothing has been heard. */
export async function openPosts(database: LogDatabase): Promise<PostSummary[]> {
  const rows = await database.getAllFromIndex('posts', 'open');
  return (await withText(database.transaction(LISTED), rows)).map(summarise);
}
