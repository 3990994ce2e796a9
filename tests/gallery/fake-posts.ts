import type { PostSummary, PostsPorts } from '#components/log/contract.ts';
import { ROLE_ORDER } from '#components/roles.ts';
import type { LogEntry } from '#lib/model/log-entry.ts';
import type { LogWeek, PostStory } from '#lib/model/log-query.ts';

const NOON = Date.UTC(2026, 10, 20, 12, 4);
const MINUTE = 60_000;
const WEEK = 7 * 86_400_000;
const MONDAY = Date.UTC(2026, 10, 16);

export const LONG_NAME = 'Donaudampfschifffahrtsgesellschaft';

const SITES: Record<string, string> = {
  x: 'X',
  linkedin: 'LinkedIn',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  'social.verylonginstancename-example.community': 'social.verylonginstancename-example.community',
  substack: 'Substack',
  reddit: 'Reddit',
};
const OUTCOMES = ['published', 'published', 'cancelled', 'unconfirmed', 'held'] as const;

/** The same every time, and of all kinds. */
export const manyPosts = (count: number): PostSummary[] =>
  Array.from({ length: count }, (_, at) => ({
    post: `many-${at}`,
    index: 9 * (count - at),
    time: NOON - at * 7 * 60 * MINUTE,
    siteName: Object.values(SITES)[(at * at) % 5] ?? 'X',
    kind: 'post',
    role: ROLE_ORDER[(at * 7) % 6],
    outcome: OUTCOMES[(at * 3) % 5] ?? 'held',
    isOverride: at % 9 === 4,
    identity: at % 4 === 0 ? LONG_NAME : 'Ada Lovelace',
    excerpt:
      at % 7 === 6
        ? undefined
        : `Note ${count - at}: ${'lighthouses keep no secrets, and neither do logs. '.repeat(1 + (at % 4))}`,
    permalink: at % 5 < 2 ? `https://example.com/post/${at}` : undefined,
  }));

const weeksOf = (posts: readonly PostSummary[]): LogWeek[] => {
  const groups = Map.groupBy(posts, ({ time }) => MONDAY + Math.floor((time - MONDAY) / WEEK) * WEEK);
  const tally = (values: readonly string[]): Record<string, number> =>
    Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([key, all]) => [key, all.length]));
  return [...groups]
    .map(([start, group], at) => {
      const withAi = group.filter(({ role, outcome }) => role !== 'none' && outcome === 'published').length;
      return {
        start,
        posts: group.length,
        byRole: tally(group.flatMap(({ role }) => role ?? [])),
        bySite: tally(group.map(({ siteName }) => siteName)),
        withAi,
        labelled: Math.max(0, withAi - (at % 3)),
        overrides: tally(group.filter(({ isOverride }) => isOverride).map(() => 'ai-label')),
        reviewTimes: { [13 + (at % 4)]: group.length, 17: 1 },
      };
    })
    .sort((a, b) => a.start - b.start);
};

const entryOf = (
  post: string,
  index: number,
  more: Partial<LogEntry> & Pick<LogEntry, 'event'>,
): LogEntry => ({
  v: 1,
  index,
  time: NOON + (index - 412) * MINUTE,
  previous: 'XektBcw5EH0IB/gB5DInbrDdBJ8eY87gHr5/WBgs9TM=',
  software: '0.1.0',
  post,
  ...more,
});

const digest = (what: 'draft' | 'final' | 'label' | 'shown', length: number) => ({
  what,
  digest: 'j7U4d7cL+SQlQj5VsJz4Yz3aKvtLqzlnUccBQF09ke0=',
  length,
});

const DRAFT =
  'Three things I learned from rebuilding our onboarding. Ask as many questions as possible at once. Show progress. Celebrate the end.';
const LABEL = '[AI-generated: drafted by AI, reviewed and approved by Ada Lovelace]';
const FINAL = `${LABEL}\nThree things I learned from rebuilding our onboarding: ask one question at a time. Show progress. Celebrate the end.`;

const HELD = '5f0e7d1c-93a4-4c55-8d5e-0d3a6b7c8e91';
export const STORY: PostStory = {
  post: HELD,
  entries: [
    entryOf(HELD, 412, {
      event: 'post.held',
      site: 'x',
      kind: 'post',
      proposedRole: 'generated-reviewed',
      policy: { id: 'sharing-policy-2022', version: '2022-11-14' },
      evidence: [
        { source: 'chatgpt', model: 'GPT-5', time: NOON - 30 * MINUTE, share: 830, kept: 700 },
        { source: 'claude', time: NOON - 90 * MINUTE, share: 60, kept: 40 },
      ],
      findings: [
        { rule: 'ai-label', level: 'require', code: 'labelMissing', fix: 'add-label' },
        { rule: 'attribution', level: 'advise', code: 'nameMissing', fix: 'choose-identity' },
      ],
      contents: [digest('draft', DRAFT.length)],
    }),
    entryOf(HELD, 413, {
      event: 'post.approved',
      role: 'generated-reviewed',
      identity: { name: 'Ada Lovelace', organisation: LONG_NAME },
      policy: { id: 'sharing-policy-2022', version: '2022-11-14' },
      reviewMilliseconds: 42_000,
      nativeSwitch: 'set',
      contents: [digest('final', FINAL.length), digest('label', LABEL.length)],
    }),
    entryOf(HELD, 414, { event: 'post.released' }),
    entryOf(HELD, 415, {
      event: 'post.published',
      permalink: 'https://x.com/ada/status/1837465019283746501',
    }),
    entryOf(HELD, 431, {
      event: 'post.drifted',
      address: 'https://x.com/ada/status/1837465019283746501',
      drift: [{ part: 0, found: 'label-gone' }],
      contents: [digest('shown', 80)],
    }),
    entryOf(HELD, 440, {
      event: 'post.annotated',
      note: 'The site cut the first line when it was edited on the phone. Put back by hand.',
    }),
    entryOf(HELD, 441, { event: 'post.reported', report: { source: 'chatgpt', by: 'form' } }),
  ],
  texts: [
    { index: 412, what: 'draft', text: DRAFT },
    { index: 413, what: 'final', text: FINAL },
    { index: 413, what: 'label', text: LABEL },
  ],
  erased: [],
};

const ARABIC = '7b0e7d1c-93a4-4c55-8d5e-0d3a6b7c8e92';
export const TROUBLED: PostStory = {
  post: ARABIC,
  entries: [
    entryOf(ARABIC, 500, {
      event: 'post.held',
      site: 'unknown-site',
      address: 'https://social.verylonginstancename-example.community/compose',
      contents: [digest('draft', 44)],
    }),
    entryOf(ARABIC, 501, {
      event: 'post.overridden',
      role: 'none',
      proposedRole: 'coauthored',
      roleReason: 'Only the headline came from there.',
      reason: 'اقتباس من كتابي — a quotation from my own book, which an AI tool had seen.',
      contents: [digest('final', 44)],
    }),
    entryOf(ARABIC, 502, { event: 'post.released' }),
    entryOf(ARABIC, 503, { event: 'post.altered', reason: 'sent', seenBy: 'page' }),
    entryOf(ARABIC, 504, { event: 'post.unconfirmed', reason: 'no-evidence' }),
    entryOf(ARABIC, 505, { event: 'post.failed', reason: 'text-changed' }),
  ],
  texts: [{ index: 500, what: 'draft', text: 'مرحبا بالعالم، هذا منشور قصير عن المنارات.' }],
  erased: [{ index: 501, what: 'final', time: NOON }],
};

const TOOLS: Record<string, string> = { chatgpt: 'ChatGPT', claude: 'Claude' };

/** What pages ask about posts. `check`: throws where nothing can be read. */
export const fakePosts = (posts: readonly PostSummary[], check: () => void): PostsPorts => ({
  async listPosts({ limit, before = Number.POSITIVE_INFINITY, after, filter: { site, role } }) {
    check();
    const found = posts.filter(
      (post) =>
        post.index < before &&
        post.index > (after ?? -1) &&
        (site === undefined || SITES[site] === post.siteName) &&
        (role === undefined || post.role === role),
    );
    return after === undefined ? found.slice(0, limit) : found.slice(-limit);
  },
  searchPosts({ filter: { words = '' }, limit, onProgress }) {
    check();
    onProgress(41_000, 128_000);
    if (words === 'endless') return new Promise(() => undefined);
    return Promise.resolve(posts.filter(({ excerpt = '' }) => excerpt.includes(words)).slice(0, limit));
  },
  weeks: async () => weeksOf(posts),
  facets: async () => ({
    sites: Object.keys(SITES),
    identities: ['Ada Lovelace', LONG_NAME],
    policies: ['creator 1.0.0', 'sharing-policy-2022 2022-11-14'],
  }),
  story: async (post) => [STORY, TROUBLED].find((story) => story.post === post),
  annotate: async () => undefined,
  erasePost: async () => 1,
  recordReport: async () => undefined,
  nameOfSite: (site, address) => SITES[site] ?? (address === undefined ? site : new URL(address).host),
  targetOf: (source) => ({
    source,
    name: TOOLS[source] ?? source,
    form: source === 'chatgpt' ? 'https://openai.com/form/report-content' : undefined,
  }),
});
