import type { AppendOptions } from '../log/open-log.ts';
import type { Sender } from '../messaging/handle.ts';
import type { Decision, GeneratedEvidence } from '../model/decision.ts';
import type { Draft } from '../model/draft.ts';
import type { HeldPost } from '../model/flow.ts';
import type { LogFacts } from '../model/log-entry.ts';
import type { Settings } from '../model/settings.ts';

/** What goes on record of a draft and of what was decided about it. */

export type Gate = Extract<Sender, { from: 'gate' }>;

export const textOf = ({ title, warning, parts }: Draft): string =>
  [title, warning, ...parts.map((part) => part.text)].filter((text) => text !== undefined).join('\n\n');

/** What the log may say about where a post was written. Of a private window nothing but that it happened. */
export const placeOf = (draft: Draft, gate: Gate): Partial<LogFacts> => ({
  site: draft.site,
  composer: draft.composer,
  kind: draft.kind,
  ...(!gate.isPrivate && { address: gate.url.split('#')[0]?.slice(0, 4096) ?? '' }),
});

/** Which of the draft it was says the log's reader nothing. */
const pictureOf = ({ part: _, item: __, ...known }: NonNullable<GeneratedEvidence['picture']>) => known;

const evidenceOf = ({ evidence }: Decision): Pick<LogFacts, 'evidence'> => {
  const generated = evidence.filter((piece) => piece.kind === 'generated');
  return generated.length === 0
    ? {}
    : {
        evidence: generated.slice(0, 20).map(({ source, model, time, share, kept, picture }) => ({
          source,
          ...(model && { model }),
          time,
          share,
          kept,
          ...(picture && { picture: pictureOf(picture) }),
        })),
      };
};

export const factsOf = (decision: Decision): Partial<LogFacts> => ({
  policy: decision.policy,
  ...evidenceOf(decision),
  proposedRole: decision.proposedRole,
  findings: decision.findings.slice(0, 50).map(({ rule, level, code, fix }) => ({ rule, level, code, fix })),
});

export const saidOfSwitch = (
  { nativeSwitch }: Draft,
  done: 'set' | 'taken' | undefined,
): Pick<LogFacts, 'nativeSwitch'> => {
  if (done === 'taken' && nativeSwitch?.is === 'unseen') return { nativeSwitch: 'taken' };
  return nativeSwitch?.is === 'on' ? { nativeSwitch: done === 'set' ? 'set' : 'on' } : {};
};

/** Of a private window no text is kept. */
export const keeping = ({ keepText }: Settings, gate: Gate): AppendOptions => ({
  keepText: !gate.isPrivate && keepText,
  once: true,
});

export const answerOf = (decision: Decision, { identities, defaultIdentity }: Settings): HeldPost => ({
  decision,
  identities,
  ...(defaultIdentity !== undefined && { defaultIdentity }),
});
