import type { LogFacts } from '#lib/model/log-entry.ts';
import { ROLES } from '#lib/model/role.ts';
import type { Written } from '#tests/log/write-log.ts';

/** Entries of one post. */
const ENTRIES = 4;
const YEAR = 365 * 24 * 60 * 60 * 1000;
/** The last post is begun here. */
export const END = Date.UTC(2026, 9, 31);

const SITES = [
  'x',
  'mastodon',
  'bluesky',
  'threads',
  'linkedin',
  'reddit',
  'facebook',
  'instagram',
  'tumblr',
];
/** 20 in all. */
const MORE_SITES = Array.from({ length: 11 }, (_, at) => `own-site-${at}`);
export const ALL_SITES = [...SITES, ...MORE_SITES];

const WORDS = 'rescue dogs need two quiet weeks before they meet the rest of the street and its cats'.split(
  ' ',
);
const IDENTITY = { name: 'Ada Lovelace', organisation: 'Analytical Engines' };

const idOf = (post: number): string => `00000000-0000-4000-8000-${String(post).padStart(12, '0')}`;

const textOf = (post: number): string =>
  Array.from({ length: 30 }, (_, at) => WORDS[(post * 7 + at * (1 + (post % 11))) % WORDS.length]).join(' ');

const FINDING = { rule: 'ai-label', level: 'require', code: 'labelMissing', fix: 'add-label' } as const;

/** Posts as people make them: held, approved or overridden, released, published; evenly over three years. */
export function* usualPosts(entries: number): Generator<Written> {
  const posts = Math.floor((entries - 1) / ENTRIES);
  yield { facts: { event: 'log.opened', reason: 'made for a measure' }, time: END - 3 * YEAR };
  for (let post = 0; post < posts; post += 1) {
    const time = Math.round(END - 3 * YEAR + (post / posts) * 3 * YEAR);
    const facts = { post: idOf(post) };
    const policy = { id: 'creator', version: post * 2 < posts ? '1' : '2' };
    const place: Partial<LogFacts> = {
      site: ALL_SITES[(post * 13) % ALL_SITES.length] ?? 'x',
      composer: 'post',
      kind: 'post',
      address: 'https://x.com/home',
    };
    const text = textOf(post);
    const isOverride = post % 40 === 0;
    yield {
      facts: { ...facts, ...place, event: 'post.held', policy, findings: [FINDING] },
      time,
      texts: [{ what: 'draft', text, isLeftOut: true }],
    };
    yield {
      facts: {
        ...facts,
        ...place,
        event: isOverride ? 'post.overridden' : 'post.approved',
        policy,
        role: ROLES[post % ROLES.length] ?? 'none',
        identity: IDENTITY,
        reviewMilliseconds: 3000 + (post % 97) * 1000,
        ...(isOverride && { findings: [FINDING], reason: 'a quotation' }),
      },
      time: time + 20_000,
      texts: [
        { what: 'final', text },
        ...(isOverride ? [] : [{ what: 'label' as const, text: 'AI-assisted', isLeftOut: true }]),
      ],
    };
    yield { facts: { ...facts, event: 'post.released' }, time: time + 20_100 };
    yield {
      facts: { ...facts, event: 'post.published', permalink: `https://x.com/ada/status/${post}` },
      time: time + 21_000,
      isLast: true,
    };
  }
}
