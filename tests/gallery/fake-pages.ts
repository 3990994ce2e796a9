import type {
  KnownPreset,
  KnownSite,
  KnownTool,
  SettingsPorts,
} from '#components/dashboard/settings-contract.ts';
import type { BackupPorts } from '#components/log/backup-contract.ts';
import {
  LogElsewhere,
  type LogPorts,
  type PostSummary,
  type VerifyResult,
} from '#components/log/contract.ts';
import type { ExportPorts } from '#components/log/export/export-contract.ts';
import type { FormerLog } from '#components/log/former-contract.ts';
import type { ReceiptPorts } from '#components/log/receipt-contract.ts';
import type { TabPorts } from '#components/popup/contract.ts';
import type { LogStanding, LogWarning } from '#lib/model/log-standing.ts';
import type { Settings } from '#lib/model/settings.ts';
import { DEFAULT_SETTINGS } from '#lib/storage/settings-store.ts';
import { fakePosts } from './fake-posts.ts';
import { ADA, LONG_NAMED } from './fake-review.ts';
import { stampPorts } from './fake-stamps.ts';

const NOON = Date.UTC(2026, 10, 20, 12, 4);
const HOUR = 3_600_000;

export const POSTS: PostSummary[] = (
  [
    [
      'X',
      'generated-reviewed',
      'published',
      'Three things I learned from rebuilding our onboarding: ask one question at a time.',
    ],
    [
      'LinkedIn',
      'coauthored',
      'published',
      'We are hiring two lighthouse keepers. The night shift reads a lot.',
    ],
    [
      'Bluesky',
      'assisted',
      'unconfirmed',
      'Short thread on signed logs, and why the order never comes from the clock.',
    ],
    [
      'social.verylonginstancename-example.community',
      'none',
      'cancelled',
      'A thought that needs another day.',
    ],
    ['X', 'generated-prompted', 'failed', undefined],
    ['Mastodon', 'coauthored', 'scheduled', 'Goes out on Monday, when the lighthouse opens.'],
    ['Mastodon', 'generated-reviewed', 'held', 'مرحبا بالعالم، هذا منشور قصير عن المنارات.'],
  ] as const
).map(([siteName, role, outcome, excerpt], at) => ({
  post: `post-${at}`,
  index: 100 - at,
  time: NOON - at * 7 * HOUR,
  siteName,
  kind: 'post',
  role,
  outcome,
  isOverride: at === 1,
  ...(at === 2 && { deviation: 'bypassed' as const }),
  ...(at === 4 && { deviation: 'altered' as const }),
  ...(at === 0 && { drift: 'label-gone' as const }),
  identity: at === 3 ? undefined : at === 1 ? 'Donaudampfschifffahrtsgesellschaft' : ADA.name,
  excerpt,
  permalink: outcome === 'published' ? 'https://example.com/post/1' : undefined,
}));

export const logPorts = (
  extra: {
    posts?: PostSummary[];
    result?: VerifyResult;
    broken?: boolean;
    elsewhere?: boolean;
    standing?: Partial<LogStanding>;
    texts?: number;
    former?: FormerLog[];
  } = {},
): LogPorts => ({
  ...fakePosts(extra.posts ?? POSTS, (): void => {
    if (extra.elsewhere) throw new LogElsewhere();
    if (extra.broken) throw new Error('InvalidStateError: the database is closed');
  }),
  verify: async () => extra.result ?? { ok: true, size: 1204 },
  saveVerifier: async () => undefined,
  readStanding: async () => ({ keeping: 'on-disk', ...extra.standing }),
  dismissWarning: async () => undefined,
  async eraseTexts() {
    if (extra.broken || extra.texts === undefined) throw new Error('QuotaExceededError: no space');
    return extra.texts;
  },
  erasePost: async () => 1,
  receipts,
  exports,
  backups,
  witness: { sign: async () => ({ ok: false, code: 'no-export' }) },
  room: { read: async () => ({ used: 12_300_000, most: 4_000_000_000, isPromised: true }) },
  former: { list: async () => extra.former ?? [], save: async () => undefined },
  stamps: stampPorts(),
});

/** A backup that is half done for ever; and a file that goes another way than the log here. */
export const backups: BackupPorts = {
  save: (_, onProgress) => {
    onProgress(412_160, 1_000_000);
    return new Promise(() => undefined);
  },
  restore: async () => ({
    is: 'refused',
    code: 'forked',
    heads: [
      { size: 1204, root: 'XektBcw5EH0IB/gB5DInbrDdBJ8eY87gHr5/WBgs9TM=' },
      { size: 1198, root: 'mZpV8s0Yv3nTQ0c6m3r6n1ZkqU1m5w0q7mJ3v5d2b0A=' },
    ],
  }),
};

/** An export that never ends, so that its progress can be seen. */
export const exports: ExportPorts = {
  readSites: async () => [
    { id: 'bluesky', name: 'Bluesky' },
    { id: 'mastodon', name: 'Mastodon' },
  ],
  save: (_, onProgress) => {
    onProgress(41_216, 1_000_000);
    return new Promise(() => undefined);
  },
};

/** Receipts of reviewed posts; of those that wait, nothing was approved. */
export const receipts: ReceiptPorts = {
  async read(wanted) {
    const post = POSTS.find(({ post }) => post === wanted) ?? POSTS[0];
    if (!post) throw new Error('no posts');
    const { index, time, siteName, role, identity, outcome } = post;
    return {
      event: outcome === 'held' ? 'post.held' : 'post.approved',
      index,
      time,
      siteName,
      role,
      reviewer: identity,
      digest: 'XektBcw5EH0IB/gB5DInbrDdBJ8eY87gHr5/WBgs9TM=',
      fingerprint: 'SHA256:j7U4d7cL+SQlQj5VsJz4Yz3aKvtLqzlnUccBQF09ke0',
    };
  },
  save: async () => undefined,
  saveCard: async () => undefined,
};

/** One that ended here, and one from elsewhere that never signed. */
export const FORMER: FormerLog[] = [
  { id: 'a', from: 'ended', origin: 'candor.example/log/0f3c9a5512bde077', size: 1204, signed: 1198 },
  { id: 'b', from: 'restored', origin: undefined, size: 3, signed: undefined },
];

/** The log as an opening found it. */
export const warned = (is: LogWarning['is'], remembered: number, found: number): LogPorts =>
  logPorts({
    standing: { warning: { is, remembered, found, time: NOON } },
    ...(is === 'key-lost' && { former: FORMER }),
  });

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  identities: [ADA, LONG_NAMED],
  defaultIdentity: ADA.id,
  addedSites: [{ origin: 'https://social.verylonginstancename-example.community', addedAt: NOON }],
};

export const settingsPorts = (settings: Settings = SETTINGS, broken = false): SettingsPorts => {
  const answer = async (): Promise<Settings> => {
    if (broken) throw new Error('no answer');
    return settings;
  };
  return {
    readSettings: answer,
    saveIdentity: answer,
    removeIdentity: answer,
    choosePreset: answer,
    chooseGateWhen: answer,
    keepText: answer,
    keepTextDays: answer,
    addSite: answer,
    removeSite: answer,
    newId: () => 'new',
  };
};

export const KNOWN: { sites: KnownSite[]; presets: KnownPreset[]; tools: KnownTool[] } = {
  tools: [{ name: 'ChatGPT', hosts: ['chatgpt.com'] }],
  sites: [
    { id: 'x', name: 'X', hosts: ['x.com', 'twitter.com', 'mobile.x.com'], verified: '2026-11-20' },
    { id: 'linkedin', name: 'LinkedIn', hosts: ['www.linkedin.com'], verified: '2026-11-18' },
    { id: 'mastodon', name: 'Mastodon', hosts: [], verified: '2026-10-02' },
  ],
  presets: [
    { id: 'creator', version: '1.0.0', when: 'evidence' },
    { id: 'sharing-policy-2022', version: '2022-11-14', when: 'always' },
  ],
};

export const tabPorts = (tab: Awaited<ReturnType<TabPorts['readTab']>>, granted = true): TabPorts => ({
  readTab: async () => tab,
  switchOn: async () => granted,
});
