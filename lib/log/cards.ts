import type { LogEntry } from '#lib/model/log-entry.ts';
import type { LogFilter } from '#lib/model/log-query.ts';
import type { PostRow } from './database.ts';
import { standingOf } from './standing.ts';

/**
 * All that the catalogue says of one post. A tag is `facet=value`. What a filter asks for: `site`, `role`, `outcome`,
 * `rule`, `override`, `identity`, `policy`. What only the weeks count: `let=ai`, `let=labelled`, `against` (a rule that
 * it was let go against), `review` (power of two of milliseconds, once for each review).
 */
export interface Card {
  /** Of the first entry. */
  readonly index: number;
  /** When it began. */
  readonly time: number;
  readonly tags: readonly string[];
}

/** Facets that are not in the row of a post: gathered from its entries. */
const GATHERED = /^(?:rule|policy|against|review)=/u;

const REVIEWED: readonly LogEntry['event'][] = ['post.approved', 'post.overridden'];
const LET_GO: readonly LogEntry['event'][] = [
  'post.released',
  'post.published',
  'post.scheduled',
  'post.bypassed',
];

/** The name that lists show. */
export const shownName = (identity: LogEntry['identity']): string | undefined =>
  identity?.organisation ?? identity?.name;

export const policyName = ({ id, version }: { id: string; version: string }): string => `${id} ${version}`;

const optional = (facet: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`${facet}=${value}`];

function gather(tags: readonly string[], entry: LogEntry): readonly string[] {
  const { event, findings = [], policy, reviewMilliseconds } = entry;
  const broken = event === 'post.overridden' ? findings.filter(({ level }) => level === 'require') : [];
  const named = [
    ...findings.map(({ rule }) => `rule=${rule}`),
    ...broken.map(({ rule }) => `against=${rule}`),
    ...(policy ? [`policy=${policyName(policy)}`] : []),
  ];
  const isReview = REVIEWED.includes(event) && reviewMilliseconds !== undefined;
  const reviews = isReview ? [`review=${Math.floor(Math.log2(Math.max(1, reviewMilliseconds)))}`] : [];
  return [...tags, ...new Set(named.filter((tag) => !tags.includes(tag))), ...reviews];
}

function stated({ facts, events, contents }: PostRow): string[] {
  const { site, role, identity } = facts;
  const isWithAi = role !== undefined && role !== 'none' && events.some((event) => LET_GO.includes(event));
  const isLabelled = isWithAi && contents.some(({ what }) => what === 'label');
  return [
    ...optional('site', site),
    ...optional('role', role),
    `outcome=${standingOf(events)}`,
    ...(events.includes('post.overridden') ? ['override=yes'] : []),
    ...optional('identity', shownName(identity)),
    ...(isWithAi ? ['let=ai'] : []),
    ...(isLabelled ? ['let=labelled'] : []),
  ];
}

/** The card of a post that had this one, after these entries; `row` as it is now. */
export function renewCard(before: Card | undefined, row: PostRow, entries: readonly LogEntry[]): Card {
  const gathered = entries.reduce(gather, before?.tags.filter((tag) => GATHERED.test(tag)) ?? []);
  return { index: row.entries[0] ?? 0, time: row.time, tags: [...stated(row), ...gathered] };
}

/** The tags that a post must have to pass. Times and words are no tags. */
export function tagsOf({ site, role, outcome, rule, override, identity, policy }: LogFilter): string[] {
  const wanted = { site, role, outcome, rule, override: override && 'yes', identity, policy };
  return Object.entries(wanted).flatMap(([facet, value]) => optional(facet, value));
}

export const isWithin = (time: number, { from = 0, until = Number.POSITIVE_INFINITY }: LogFilter): boolean =>
  time >= from && time < until;
