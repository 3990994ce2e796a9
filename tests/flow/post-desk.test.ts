import { beforeEach, expect, test } from 'vitest';
import type { KeptPost } from '#lib/flow/awaited-posts.ts';
import type { Decide } from '#lib/flow/decide.ts';
import { createHeldTexts } from '#lib/flow/held-texts.ts';
import type { LateRecord } from '#lib/flow/late-records.ts';
import { createPostDesk, type PostDesk } from '#lib/flow/post-desk.ts';
import { LogError } from '#lib/log/log-error.ts';
import { draftKey } from '#lib/model/draft-key.ts';
import { DEFAULT_PROVENANCE, type Settings, settingsSchema } from '#lib/model/settings.ts';
import { collect, openTestLog, type TestLog, uuid, WHOLE } from '../log/test-log.ts';
import { generated } from '../policy/samples.ts';
import { decisionOf, draftOf, gateOf } from './samples.ts';

const POST = uuid(1);
const DRAFT = draftOf('Give a rescue dog two quiet weeks.');
const FINAL = draftOf('[AI] Give a rescue dog two quiet weeks.');
const ANSWER = 'Give a rescue dog two quiet weeks, and then two more.';
const ADA = { id: 'first', name: 'Ada Lovelace', form: 'person' as const };
const MISSING = {
  rule: 'ai-label' as const,
  level: 'require' as const,
  code: 'labelMissing',
  values: [],
  spans: [],
  fix: 'add-label' as const,
};

let log: TestLog;
let desk: PostDesk;
let settings: Settings;
let kept: string[];
let outcomes: unknown[];
let now: number;
let waiting: LateRecord[];
let tabs: Map<string, number>;
/** Generations of which a post may ask for the text. */
let named: Map<string, readonly number[]>;
let texts: Map<number, string>;
let awaited: Map<number, KeptPost>;

/** Wants the final text to carry "[AI"; lets human text pass. */
const decide: Decide = async (draft, { role, reviewedKey }) => {
  if (role === undefined || role === 'none') return decisionOf('allow');
  const isLabelled = draft.parts[0]?.text.startsWith('[AI') && reviewedKey === draftKey(draft);
  return isLabelled ? decisionOf('allow') : decisionOf('review', { findings: [MISSING] });
};

const makeDesk = (judge: Decide = decide): PostDesk =>
  createPostDesk({
    openLog: async () => log,
    settings: {
      read: async () => settings,
      keepFirstIdentity: async (identity) => {
        kept.push(identity.name);
        return settings;
      },
    },
    decide: judge,
    onSettled: async (...settled) => void outcomes.push(settled),
    lateStore: {
      read: async () => waiting,
      write: async (records) => {
        waiting = records;
      },
    },
    postTabStore: {
      read: async (post) => tabs.get(post),
      write: async (post, tab) => {
        tabs.set(post, tab);
      },
    },
    heldTexts: createHeldTexts({
      store: {
        read: async (post) => named.get(post) ?? [],
        write: async (post, generations) => {
          named.set(post, generations);
        },
      },
      findText: async (id) => texts.get(id),
      readSettings: async () => settings,
    }),
    awaitedStore: {
      read: async (tab) => awaited.get(tab),
      write: async (tab, post) => void awaited.set(tab, post),
      remove: async (tab) => void awaited.delete(tab),
    },
    now: () => now,
  });

beforeEach(async () => {
  log = await openTestLog();
  settings = settingsSchema.parse({ identities: [], preset: 'creator', addedSites: [], keepText: true });
  kept = [];
  outcomes = [];
  waiting = [];
  tabs = new Map();
  named = new Map();
  texts = new Map([
    [7, ANSWER],
    [8, 'Another answer.'],
  ]);
  awaited = new Map();
  now = 1_800_000_000_000;
  desk = makeDesk();
});

const events = async (): Promise<string[]> => (await log.entriesOfPost(POST)).map(({ event }) => event);
const approval = {
  post: POST,
  draft: FINAL,
  role: 'generated-reviewed' as const,
  identity: ADA,
  label: '[AI]',
};

/** Each message twice, the second to a background that has just been started. */
const twice = async <Result>(send: (desk: PostDesk) => Promise<Result>): Promise<Result[]> => {
  const first = await send(desk);
  desk = makeDesk();
  return [first, await send(desk)];
};

test('every message may come twice and makes one entry', async () => {
  await twice((one) => one.hold({ post: POST, draft: DRAFT, role: 'generated-reviewed' }, gateOf()));
  expect(await twice((one) => one.approve(approval, gateOf()))).toEqual([{ ok: true }, { ok: true }]);
  await twice((one) => one.release({ post: POST }, gateOf()));
  const permalink = 'https://mastodon.social/@ada/1';
  await twice((one) => one.settle({ post: POST, outcome: 'published', permalink }, gateOf()));
  expect(await events()).toEqual(['post.held', 'post.approved', 'post.released', 'post.published']);
  expect(outcomes).toEqual([[DRAFT.site, 'published', undefined]]);
});

test('messages that come twice at the same moment make one entry', async () => {
  const both = <Result>(send: () => Promise<Result>): Promise<Result[]> =>
    Promise.all([send(), send(), send()]);
  await both(() => desk.hold({ post: POST, draft: DRAFT, role: 'generated-reviewed' }, gateOf()));
  await both(() => desk.approve(approval, gateOf()));
  await both(() => desk.release({ post: POST }, gateOf()));
  await both(() => desk.settle({ post: POST, outcome: 'published' }, gateOf()));
  expect(await events()).toEqual(['post.held', 'post.approved', 'post.released', 'post.published']);
});

test('an end that overtakes its hold is recorded after it', async () => {
  const held = desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  await desk.settle({ post: POST, outcome: 'cancelled', reason: 'kept-editing' }, gateOf());
  await held;
  expect(await events()).toEqual(['post.held', 'post.cancelled']);
});

test('a human post leaves no entry', async () => {
  expect((await desk.hold({ post: POST, draft: DRAFT }, gateOf())).decision.effect).toBe('allow');
  expect(await log.size()).toBe(0);
  expect(tabs.size).toBe(0);
});

test('nothing is released that was never held or never approved', async () => {
  await expect(desk.release({ post: POST }, gateOf())).rejects.toThrow('not-approved');
  await expect(desk.approve(approval, gateOf())).rejects.toThrow('not-approved');
  await expect(desk.settle({ post: POST, outcome: 'published' }, gateOf())).rejects.toThrow('not-approved');
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  await expect(desk.release({ post: POST }, gateOf())).rejects.toThrow('not-approved');
  expect(await events()).toEqual(['post.held']);
});

const OTHER = gateOf({ tab: 2 });

test('case 26: another tab can neither hold, approve, release nor settle a post', async () => {
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  desk = makeDesk();
  await expect(desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, OTHER)).rejects.toThrow(
    'not-allowed',
  );
  await expect(desk.approve(approval, OTHER)).rejects.toThrow('not-allowed');
  await expect(desk.settle({ post: POST, outcome: 'cancelled' }, OTHER)).rejects.toThrow('not-allowed');
  await desk.approve(approval, gateOf());
  await expect(desk.release({ post: POST }, OTHER)).rejects.toThrow('not-allowed');
  await desk.release({ post: POST }, gateOf());
  await expect(desk.settle({ post: POST, outcome: 'published' }, OTHER)).rejects.toThrow('not-allowed');
  expect(await events()).toEqual(['post.held', 'post.approved', 'post.released']);
});

test('case 26: a post that was published can be claimed by no other tab', async () => {
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  await desk.approve(approval, gateOf());
  await desk.release({ post: POST }, gateOf());
  await desk.settle({ post: POST, outcome: 'published' }, gateOf());
  await expect(desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, OTHER)).rejects.toThrow(
    'not-allowed',
  );
  expect(await desk.settle({ post: POST, outcome: 'published' }, gateOf())).toBe(true);
});

test('case 26: after a restart of the browser nobody speaks for a post of before', async () => {
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  tabs.clear();
  await expect(desk.approve(approval, gateOf())).rejects.toThrow('not-approved');
  await expect(desk.settle({ post: POST, outcome: 'cancelled' }, gateOf())).rejects.toThrow('not-approved');
  expect(await events()).toEqual(['post.held']);
});

test('the tab is noted while the log is being written: nobody waits for it', async () => {
  const order: string[] = [];
  const { append } = log;
  log = {
    ...log,
    append: async (...entry) => {
      const made = await append(...entry);
      order.push('logged');
      return made;
    },
  };
  tabs.set = (post, tab) => {
    order.push('noted');
    return Map.prototype.set.call(tabs, post, tab) as typeof tabs;
  };
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  expect(order).toEqual(['noted', 'logged']);
});

test('a post whose tab cannot be noted is not held', async () => {
  tabs.set = () => {
    throw new Error('no room');
  };
  await expect(desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf())).rejects.toThrow(
    'no room',
  );
});

test('a final text without its label is refused with the finding, and can be approved afterwards', async () => {
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  const refused = await desk.approve({ ...approval, draft: DRAFT }, gateOf());
  expect(refused).toEqual({ ok: false, findings: [MISSING] });
  expect(await desk.approve(approval, gateOf())).toEqual({ ok: true });
  expect(await events()).toEqual(['post.held', 'post.approved']);
});

test('an override is recorded as one, and only with a reason', async () => {
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  const override = { ...approval, draft: DRAFT, label: '' };
  expect(await desk.approve({ ...override, override: { reason: ' ' } }, gateOf())).toMatchObject({
    ok: false,
  });
  expect(
    await desk.approve({ ...override, override: { reason: 'Label is in the picture' } }, gateOf()),
  ).toEqual({ ok: true });
  expect(await events()).toEqual(['post.held', 'post.overridden']);
  expect((await log.entriesOfPost(POST)).at(-1)?.reason).toBe('Label is in the picture');
});

test('a post that failed or was put back can be let go again, and both are on record', async () => {
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  await desk.approve(approval, gateOf());
  await desk.release({ post: POST }, gateOf());
  await desk.settle({ post: POST, outcome: 'failed', reason: 'text-changed' }, gateOf());
  await desk.settle({ post: POST, outcome: 'cancelled', reason: 'kept-editing' }, gateOf());
  await desk.release({ post: POST }, gateOf());
  await desk.settle({ post: POST, outcome: 'published' }, gateOf());
  expect(await events()).toEqual([
    'post.held',
    'post.approved',
    'post.released',
    'post.failed',
    'post.cancelled',
    'post.released',
    'post.published',
  ]);
});

test.each([
  ['published', 'unconfirmed'],
  ['published', 'failed'],
  ['published', 'cancelled'],
  ['unconfirmed', 'cancelled'],
] as const)('after %s, %s is no news', async (first, second) => {
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  await desk.approve(approval, gateOf());
  await desk.release({ post: POST }, gateOf());
  await desk.settle({ post: POST, outcome: first }, gateOf());
  await desk.settle({ post: POST, outcome: second }, gateOf());
  expect((await events()).at(-1)).toBe(`post.${first}`);
});

test('a late sign of arrival corrects an unconfirmed outcome', async () => {
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  await desk.approve(approval, gateOf());
  await desk.release({ post: POST }, gateOf());
  await desk.settle({ post: POST, outcome: 'unconfirmed' }, gateOf());
  await desk.settle({ post: POST, outcome: 'published' }, gateOf());
  expect((await events()).slice(-2)).toEqual(['post.unconfirmed', 'post.published']);
});

test.each(['quota', 'unavailable', 'newer-database', 'blocked', 'corrupt'] as const)(
  'cases 33, 34: a log that cannot be written (%s) lets nothing be held, approved or released',
  async (code) => {
    await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
    const whole = log;
    log = { ...log, append: async () => Promise.reject(new LogError(code, 'refused')) };
    await expect(desk.hold({ post: uuid(2), draft: DRAFT, role: 'assisted' }, gateOf())).rejects.toThrow(
      'refused',
    );
    await expect(desk.approve(approval, gateOf())).rejects.toThrow('refused');
    await expect(desk.release({ post: POST }, gateOf())).rejects.toThrow('not-approved');
    log = whole;
    expect(await events()).toEqual(['post.held']);
    expect(await desk.approve(approval, gateOf())).toEqual({ ok: true });
  },
);

test('case 37: of a private window nothing is kept but that it happened', async () => {
  const gate = gateOf({ isPrivate: true });
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gate);
  await desk.approve(approval, gate);
  await desk.release({ post: POST }, gateOf());
  await desk.settle({ post: POST, outcome: 'published', permalink: 'https://mastodon.social/@ada/1' }, gate);
  const lines = await collect(log.exportLines(WHOLE));
  expect(lines.join('\n')).not.toMatch(/rescue dog|mastodon\.social/u);
  expect(kept).toEqual([]);
  expect(outcomes).toEqual([]);
  expect(await events()).toContain('post.published');
});

test('case 51: with texts off the export opens none of them', async () => {
  settings = { ...settings, keepText: false };
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  await desk.approve(approval, gateOf());
  const lines = await collect(log.exportLines(WHOLE));
  expect(lines.join('\n')).not.toContain('rescue dog');
});

test('what was let go and never seen to arrive is closed after its time, at browser start at once', async () => {
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  await desk.approve(approval, gateOf());
  await desk.release({ post: POST }, gateOf());
  now = ((await log.entriesOfPost(POST)).at(-1)?.time ?? 0) + 60_000;
  await desk.closeInterrupted(false);
  expect((await events()).at(-1)).toBe('post.released');
  await desk.closeInterrupted(true);
  await desk.closeInterrupted(true);
  expect((await events()).slice(-2)).toEqual(['post.released', 'post.unconfirmed']);
});

test('the fragment of an address, which can hold a secret, is not recorded', async () => {
  await desk.hold(
    { post: POST, draft: DRAFT, role: 'assisted' },
    gateOf({ url: 'https://x.com/home#token=1' }),
  );
  expect((await log.entriesOfPost(POST))[0]?.address).toBe('https://x.com/home');
});

/** The desk where generation 7 is found in every draft. */
const holdWithText = async (): Promise<void> => {
  settings = { ...settings, provenance: { ...DEFAULT_PROVENANCE, keepTextDays: 7 } };
  desk = makeDesk(async (...asked) => ({
    ...(await decide(...asked)),
    evidence: [generated({ textId: 7 }), generated({ source: 'claude' })],
  }));
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
};

test('a held post may read the text of an answer that is in it, after a restart of the background too', async () => {
  await holdWithText();
  desk = makeDesk();
  expect(await desk.readText({ post: POST, generation: 7 }, gateOf())).toEqual({ text: ANSWER });
});

test('nobody reads the text of an answer that is not in the post, nor another tab one that is', async () => {
  await holdWithText();
  await expect(desk.readText({ post: POST, generation: 8 }, gateOf())).rejects.toThrow('not-allowed');
  await expect(desk.readText({ post: POST, generation: 7 }, OTHER)).rejects.toThrow('not-allowed');
  await expect(desk.readText({ post: uuid(2), generation: 7 }, gateOf())).rejects.toThrow('not-approved');
  await expect(desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, OTHER)).rejects.toThrow(
    'not-allowed',
  );
  expect(await desk.readText({ post: POST, generation: 7 }, gateOf())).toEqual({ text: ANSWER });
});

test('a text that is asked for before the hold is on record waits for it', async () => {
  const held = holdWithText();
  const text = desk.readText({ post: POST, generation: 7 }, gateOf());
  await held;
  expect(await text).toEqual({ text: ANSWER });
});

test('a post that was let go reads nothing more', async () => {
  await holdWithText();
  await desk.settle({ post: POST, outcome: 'cancelled', reason: 'kept-editing' }, gateOf());
  await expect(desk.readText({ post: POST, generation: 7 }, gateOf())).rejects.toThrow('not-allowed');
});

test('a text that went meanwhile, or is not to be kept any more, is not there', async () => {
  await holdWithText();
  settings = { ...settings, provenance: DEFAULT_PROVENANCE };
  expect(await desk.readText({ post: POST, generation: 7 }, gateOf())).toEqual({});
  settings = { ...settings, provenance: { ...DEFAULT_PROVENANCE, keepTextDays: 7 } };
  texts.delete(7);
  expect(await desk.readText({ post: POST, generation: 7 }, gateOf())).toEqual({});
});

test('a post without such an answer leaves nothing to read', async () => {
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  expect(named.get(POST)).toEqual([]);
});

test('what was let go before its page was left is awaited on the next page of the tab, frame and origin', async () => {
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  await desk.approve(approval, gateOf());
  expect(await desk.findAwaited(gateOf())).toBeNull();
  await desk.release({ post: POST }, gateOf());
  await desk.settle({ post: POST, outcome: 'unconfirmed', reason: 'page-left' }, gateOf());
  now = ((await log.entriesOfPost(POST)).at(-1)?.time ?? 0) + 1000;
  const next = gateOf({ url: 'https://mastodon.social/@someone/1' });
  expect(await desk.findAwaited(next)).toEqual({
    post: POST,
    kind: 'post',
    text: FINAL.parts[0]?.text,
    address: FINAL.address,
  });
  expect(await desk.findAwaited(gateOf({ tab: 99 }))).toBeNull();
  expect(await desk.findAwaited(gateOf({ frame: 5 }))).toBeNull();
  expect(await desk.findAwaited(gateOf({ url: 'https://elsewhere.example/' }))).toBeNull();
  await desk.settle({ post: POST, outcome: 'published', permalink: next.url }, next);
  expect((await events()).slice(-3)).toEqual(['post.released', 'post.unconfirmed', 'post.published']);
  expect(await desk.findAwaited(next)).toBeNull();
  expect(awaited.size).toBe(0);
});

test('after its time nothing is awaited any more, and of a private window nothing is kept', async () => {
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf({ isPrivate: true }));
  await desk.approve(approval, gateOf({ isPrivate: true }));
  expect(awaited.size).toBe(0);
  await desk.approve(approval, gateOf());
  await desk.release({ post: POST }, gateOf());
  now = ((await log.entriesOfPost(POST)).at(-1)?.time ?? 0) + 600_000;
  expect(await desk.findAwaited(gateOf())).toBeNull();
});

test('a refusal that only the next page tells of corrects what had no confirmation', async () => {
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  await desk.approve(approval, gateOf());
  await desk.release({ post: POST }, gateOf());
  await desk.settle({ post: POST, outcome: 'unconfirmed', reason: 'page-left' }, gateOf());
  await desk.settle({ post: POST, outcome: 'failed', reason: 'too fast' }, gateOf());
  expect((await events()).at(-1)).toBe('post.failed');
});

test('a scheduled post is on record with its time, and who said so', async () => {
  await desk.hold({ post: POST, draft: DRAFT, role: 'assisted' }, gateOf());
  await desk.approve(approval, gateOf());
  await desk.release({ post: POST }, gateOf());
  const due = Date.UTC(2026, 11, 1, 10);
  await desk.settle({ post: POST, outcome: 'scheduled', due, seenByPage: true }, gateOf());
  expect((await log.entriesOfPost(POST)).at(-1)).toMatchObject({
    event: 'post.scheduled',
    due,
    seenBy: 'page',
  });
  expect(await log.listPosts({ limit: 1 })).toMatchObject([{ outcome: 'scheduled' }]);
});
