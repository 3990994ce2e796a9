import type { GeneratedEvidence } from '#lib/model/decision.ts';
import type { Draft } from '#lib/model/draft.ts';
import { draftKey } from '#lib/model/draft-key.ts';
import type { Identity } from '#lib/model/identity.ts';
import type { Policy } from '#lib/model/policy.ts';
import type { DraftContext } from '#lib/policy/rule.ts';

export const ADA: Identity = { id: 'ada', name: 'Ada Example', form: 'person' };
export const LABEL = '[AI-generated, reviewed by Ada Example]';

export const draft = (...texts: string[]): Draft => ({
  site: 'x',
  composer: 'post',
  kind: texts.length > 1 ? 'thread' : 'post',
  parts: texts.map((text) => ({ text, media: [] })),
  address: 'https://x.com/home',
});

/** A third of the draft is in a remembered answer. */
export const generated = (evidence: Partial<GeneratedEvidence> = {}): GeneratedEvidence => ({
  kind: 'generated',
  role: 'coauthored',
  source: 'chatgpt',
  sourceName: 'ChatGPT',
  time: Date.UTC(2026, 10, 20, 14, 2),
  share: 333,
  kept: 500,
  spans: [{ part: 0, start: 0, end: 2 }],
  ...evidence,
});

/** What is known about a draft that nobody said anything about. */
export const silent: DraftContext = { phase: 'typing', evidence: [] };

/** What is known about a draft whose author declared a role. */
export const declared = (context: Partial<DraftContext> = {}): DraftContext => ({
  phase: 'held',
  role: 'generated-reviewed',
  evidence: [{ kind: 'declared', role: 'generated-reviewed' }],
  identity: ADA,
  ...context,
});

/** What is known about a text that a person approved, just before it is let go. */
export const approved = (final: Draft, context: Partial<DraftContext> = {}): DraftContext =>
  declared({ phase: 'final', reviewedKey: draftKey(final), ...context });

/** A policy of its own, so that the tests do not hang on a preset. */
export const policy = (changes: Partial<Policy> = {}): Policy => ({
  id: 'test',
  title: 'Test',
  version: '7',
  gate: { when: 'evidence', failure: 'hold' },
  rules: {
    'human-review': { level: 'require' },
    attribution: { level: 'require' },
    'ai-label': { level: 'require' },
    'label-placement': { level: 'advise' },
    'prohibited-content': { level: 'advise' },
  },
  override: { allowed: true, reasonRequired: true },
  ...changes,
});
