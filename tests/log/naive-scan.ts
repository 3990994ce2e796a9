import type { LogEntry } from '#lib/model/log-entry.ts';
import type { LogFilter, LogWeek, Standing } from '#lib/model/log-query.ts';

/** What lists show of posts, read from all entries anew: slow, and without a line of the catalogue. */
export interface ScannedPost {
  readonly post: string;
  readonly index: number;
  readonly time: number;
  readonly entries: readonly LogEntry[];
}

export function scanPosts(entries: readonly LogEntry[]): ScannedPost[] {
  const posts = Map.groupBy(
    entries.filter(({ post }) => post !== undefined),
    ({ post }) => post as string,
  );
  return Array.from(posts, ([post, own]) => ({
    post,
    index: own[0]?.index ?? -1,
    time: own[0]?.time ?? -1,
    entries: own,
  })).sort((a, b) => b.index - a.index);
}

const newest = <Member extends keyof LogEntry>({ entries }: ScannedPost, member: Member): LogEntry[Member] =>
  entries.findLast((entry) => entry[member] !== undefined)?.[member] as LogEntry[Member];

const has = ({ entries }: ScannedPost, ...events: LogEntry['event'][]): boolean =>
  entries.some(({ event }) => events.includes(event));

function standing(post: ScannedPost): Standing {
  const outcome = post.entries.findLast(({ event }) =>
    /^post\.(?:published|scheduled|unconfirmed|failed|cancelled)$/u.test(event),
  );
  if (outcome) return outcome.event.slice('post.'.length) as Standing;
  return has(post, 'post.released', 'post.altered', 'post.bypassed') ? 'released' : 'held';
}

const rulesOf = ({ entries }: ScannedPost): string[] =>
  entries.flatMap(({ findings = [] }) => findings.map(({ rule }) => rule));

export function passes(post: ScannedPost, filter: LogFilter): boolean {
  const { from = 0, until = Number.POSITIVE_INFINITY, site, role, outcome, rule, override } = filter;
  const identity = newest(post, 'identity');
  return [
    post.time >= from && post.time < until,
    site === undefined || newest(post, 'site') === site,
    role === undefined || newest(post, 'role') === role,
    outcome === undefined || standing(post) === outcome,
    rule === undefined || rulesOf(post).includes(rule),
    override === undefined || has(post, 'post.overridden'),
    filter.identity === undefined || (identity?.organisation ?? identity?.name) === filter.identity,
    filter.policy === undefined ||
      post.entries.some(({ policy }) => policy && `${policy.id} ${policy.version}` === filter.policy),
  ].every(Boolean);
}

const mondayOf = (time: number): number => {
  const day = new Date(time);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
};

const countBy = (values: readonly (string | number | undefined)[]): Record<string, number> => {
  const groups = Map.groupBy(
    values.filter((value) => value !== undefined),
    String,
  );
  return Object.fromEntries(Array.from(groups, ([value, all]) => [value, all.length]));
};

function reviewsOf({ entries }: ScannedPost): number[] {
  const reviews = entries.filter(({ event }) => event === 'post.approved' || event === 'post.overridden');
  return reviews.flatMap(({ reviewMilliseconds: took }) =>
    took === undefined ? [] : [Math.max(0, took.toString(2).length - 1)],
  );
}

const brokenBy = ({ entries }: ScannedPost): string[] => [
  ...new Set(
    entries
      .filter(({ event }) => event === 'post.overridden')
      .flatMap(({ findings = [] }) => findings.filter(({ level }) => level === 'require'))
      .map(({ rule }) => rule),
  ),
];

export function scanWeeks(posts: readonly ScannedPost[]): LogWeek[] {
  const weeks = Map.groupBy(posts, ({ time }) => mondayOf(time));
  return [...weeks]
    .sort(([a], [b]) => a - b)
    .map(([start, own]) => {
      const withAi = own.filter(
        (post) =>
          !['none', undefined].includes(newest(post, 'role')) &&
          has(post, 'post.released', 'post.published', 'post.scheduled', 'post.bypassed'),
      );
      const isLabelled = (post: ScannedPost): boolean =>
        post.entries.some(({ contents = [] }) => contents.some(({ what }) => what === 'label'));
      return {
        start,
        posts: own.length,
        byRole: countBy(own.map((post) => newest(post, 'role'))),
        bySite: countBy(own.map((post) => newest(post, 'site'))),
        withAi: withAi.length,
        labelled: withAi.filter(isLabelled).length,
        overrides: countBy(own.flatMap(brokenBy)),
        reviewTimes: countBy(own.flatMap(reviewsOf)),
      };
    });
}
