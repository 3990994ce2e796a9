import type { Sender } from '#lib/messaging/handle.ts';
import type { Decision } from '#lib/model/decision.ts';
import type { Draft } from '#lib/model/draft.ts';
import type { GateProfile } from '#lib/model/flow.ts';

export const draftOf = (text: string, more: Partial<Draft> = {}): Draft => ({
  site: 'mastodon',
  composer: 'post',
  kind: 'post',
  parts: [{ text, media: [] }],
  address: 'https://mastodon.social/home',
  ...more,
});

export const decisionOf = (effect: Decision['effect'], more: Partial<Decision> = {}): Decision => ({
  effect,
  findings: [],
  evidence: [],
  proposedRole: 'none',
  policy: { id: 'creator', version: '1' },
  levels: {},
  override: { allowed: true, reasonRequired: true },
  ...more,
});

export const profileOf = (more: Partial<GateProfile> = {}): GateProfile => ({
  when: 'evidence',
  failure: 'hold',
  asksAboutAll: false,
  remembers: false,
  isOff: false,
  requests: 'observe',
  guardKey: 'key',
  sites: [],
  stamp: 'same',
  ...more,
});

export const gateOf = (
  more: Partial<Extract<Sender, { from: 'gate' }>> = {},
): Extract<Sender, { from: 'gate' }> => ({
  from: 'gate',
  tab: 1,
  frame: 0,
  url: 'https://mastodon.social/home#top',
  isPrivate: false,
  ...more,
});
