import type { MessageResult } from '../messaging/messages.ts';
import type { Draft } from '../model/draft.ts';
import type { Outcome } from '../model/flow.ts';
import type { ApprovedChoice } from '../model/review.ts';
import type { Role } from '../model/role.ts';
import { ask } from './background-link.ts';

/** What the gate has the background record about one post. */
export interface PostRecord {
  hold(draft: Draft, role: Role | undefined): Promise<MessageResult<'hold-post'>>;
  /** `final`: as it will be sent. */
  approve(final: Draft, choice: ApprovedChoice): Promise<MessageResult<'approve-post'>>;
  /** Recorded before it is let go: never a released post without a record. */
  release(): Promise<true>;
  /** It was let go already, by the person's own press. Never rejects. */
  noteRelease(): Promise<void>;
  /** How it ended. Never rejects: a background that is gone now finds it open later. */
  settle(
    outcome: Outcome,
    details?: { reason?: string; permalink?: string; partLinks?: string[]; due?: number; seenByPage?: true },
  ): Promise<void>;
}

/** Of what has happened already the record may fail, and the page goes on. */
const note = (recorded: Promise<unknown>): Promise<void> => recorded.then(() => undefined, console.warn);

/** `post`: its UUID. */
export const createPostRecord = (post: string): PostRecord => {
  const release = (): Promise<true> => ask('release-post', { post });
  return {
    hold: (draft, role) => ask('hold-post', { post, draft, ...(role && { role }) }),
    approve: (final, { role, language, identity, label, roleReason, overrideReason, nativeSwitch }) =>
      ask('approve-post', {
        post,
        draft: final,
        role,
        language,
        ...(identity && { identity }),
        ...(label && { label }),
        ...(roleReason && { roleReason }),
        ...(nativeSwitch && { nativeSwitch }),
        ...(overrideReason !== undefined && { override: { reason: overrideReason } }),
      }),
    release,
    noteRelease: () => note(release()),
    settle: (outcome, details = {}) => note(ask('settle-post', { post, outcome, ...details })),
  };
};
