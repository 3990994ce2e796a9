import { CandorError } from '../errors/candor-error.ts';
import type { Log } from '../log/open-log.ts';
import type { Approval, MessageInput, MessageResult } from '../messaging/messages.ts';
import { draftKey } from '../model/draft-key.ts';
import type { AwaitedPost, HeldPost, Outcome } from '../model/flow.ts';
import { isRemark, type LogEvent, type LogFacts } from '../model/log-entry.ts';
import { type AwaitedStore, keepPost } from './awaited-posts.ts';
import type { Decide } from './decide.ts';
import type { HeldTexts } from './held-texts.ts';
import { createLateRecords, type LateStore } from './late-records.ts';
import { answerOf, factsOf, type Gate, keeping, placeOf, saidOfSwitch, textOf } from './post-facts.ts';
import { createPostTabs, type PostTabStore } from './post-tabs.ts';
import type { SettingsDesk } from './settings-desk.ts';

/** A gate follows a post for less than this; one that is still open then has lost its gate. Milliseconds. */
const FOLLOWED_FOR = 90_000;

/**
 * Events after which a post may be let go: the first time, or again after the site did not take it, or after the
 * person kept editing and then posted what was approved.
 */
const RELEASABLE: readonly LogEvent[] = [
  'post.cancelled',
  'post.approved',
  'post.overridden',
  'post.failed',
  'post.unconfirmed',
  'post.altered',
];

/** Events after which an outcome is news. A late sign, on the next page, corrects `unconfirmed`. */
const SETTLEABLE: Record<Outcome, readonly LogEvent[]> = {
  published: ['post.released', 'post.unconfirmed', 'post.altered', 'post.bypassed'],
  scheduled: ['post.released', 'post.unconfirmed', 'post.altered', 'post.bypassed'],
  unconfirmed: ['post.released', 'post.altered'],
  failed: ['post.released', 'post.unconfirmed', 'post.altered', 'post.bypassed'],
  cancelled: ['post.held', 'post.approved', 'post.overridden', 'post.released', 'post.failed'],
};

export interface DeskPorts {
  openLog(): Promise<Log>;
  settings: Pick<SettingsDesk, 'read' | 'keepFirstIdentity'>;
  decide: Decide;
  lateStore: LateStore;
  postTabStore: PostTabStore;
  heldTexts: HeldTexts;
  awaitedStore: AwaitedStore;
  /** An outcome went on record, in no private window. */
  onSettled(site: string, outcome: Outcome, reason: string | undefined): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * The background's side of every post: decides, and records before anything is let go. Nothing is kept in memory:
 * the background may stop between any two calls, and each call may come twice.
 */
export const createPostDesk = ({
  openLog,
  settings,
  decide,
  lateStore,
  postTabStore,
  heldTexts,
  awaitedStore,
  onSettled,
  now,
}: DeskPorts) => {
  const late = createLateRecords({ openLog, store: lateStore, now });
  const tabs = createPostTabs(postTabStore);

  const turns = new Map<string, Promise<unknown>>();

  /** What is asked about one post is done in the order it was asked, so that no two answers see the same state. */
  const inTurn = <Result>(post: string, job: () => Promise<Result>): Promise<Result> => {
    const turn = (turns.get(post) ?? Promise.resolve()).then(job, job);
    turns.set(post, turn);
    const forget = (): void => {
      if (turns.get(post) === turn) turns.delete(post);
    };
    turn.then(forget, forget);
    return turn;
  };

  const requireLast = async (
    log: Log,
    post: string,
  ): Promise<{ event: LogEvent; site: string | undefined }> => {
    const entries = await log.entriesOfPost(post);
    const event = entries.findLast((entry) => !isRemark(entry.event))?.event;
    if (event === undefined) throw new CandorError('not-approved', `post ${post} was never held`);
    return { event, site: entries[0]?.site };
  };

  const desk = {
    async foresee({ draft, role }: MessageInput<'decide-draft'>): Promise<HeldPost> {
      const [known, decision] = await Promise.all([
        settings.read(),
        decide(draft, { role, phase: 'typing' }),
      ]);
      return answerOf(decision, known);
    },

    async hold({ post, draft, role }: MessageInput<'hold-post'>, gate: Gate): Promise<HeldPost> {
      const [known, decision] = await Promise.all([settings.read(), decide(draft, { role })]);
      if (decision.effect !== 'allow') {
        const facts: LogFacts = {
          event: 'post.held',
          post,
          ...placeOf(draft, gate),
          ...factsOf(decision),
          ...(role && { role }),
        };
        await Promise.all([
          late.record(facts, [{ what: 'draft', text: textOf(draft) }], keeping(known, gate)),
          tabs.bind(post, gate.tab).then(() => heldTexts.note(post, decision.evidence)),
        ]);
      }
      return answerOf(decision, known);
    },

    async approve(input: MessageInput<'approve-post'>, gate: Gate): Promise<Approval> {
      const { post, draft, role, roleReason, identity, label, override, nativeSwitch } = input;
      await tabs.requireOwn(post, gate.tab);
      const log = await openLog();
      const held = (await log.entriesOfPost(post)).find((entry) => entry.event === 'post.held');
      if (!held) throw new CandorError('not-approved', `post ${post} was never held`);
      const decision = await decide(draft, {
        role,
        ...(roleReason && { roleReason }),
        ...(nativeSwitch === 'taken' && { isNativeStepTaken: true }),
        ...(identity && { identity }),
        reviewedKey: draftKey(draft),
      });
      const isOverridden = override !== undefined && decision.override.allowed && decision.effect !== 'block';
      const isReasonMissing = decision.override.reasonRequired && override?.reason.trim() === '';
      const open = decision.findings.filter((finding) => finding.level === 'require');
      if (decision.effect === 'block' || (open.length > 0 && (!isOverridden || isReasonMissing))) {
        return { ok: false, findings: decision.findings };
      }
      const facts: LogFacts = {
        event: isOverridden && open.length > 0 ? 'post.overridden' : 'post.approved',
        post,
        ...placeOf(draft, gate),
        ...factsOf(decision),
        role,
        ...(roleReason && { roleReason }),
        ...saidOfSwitch(draft, nativeSwitch),
        reviewMilliseconds: Math.max(0, now() - held.time),
        ...(identity && {
          identity: {
            name: identity.name,
            ...(identity.organisation && { organisation: identity.organisation }),
          },
        }),
        ...(override && { reason: override.reason }),
      };
      const contents = [{ what: 'final' as const, text: textOf(draft) }];
      await log.append(
        facts,
        label ? [...contents, { what: 'label', text: label }] : contents,
        keeping(await settings.read(), gate),
      );
      if (identity && !gate.isPrivate) await settings.keepFirstIdentity(identity);
      // The page that is left takes all it knew with it.
      if (!gate.isPrivate) await awaitedStore.write(gate.tab, keepPost(post, draft, gate));
      return { ok: true };
    },

    async release({ post }: MessageInput<'release-post'>, gate: Gate): Promise<true> {
      await tabs.requireOwn(post, gate.tab);
      const log = await openLog();
      const events = (await log.entriesOfPost(post)).map(({ event }) => event);
      const isApproved = events.some((event) => event === 'post.approved' || event === 'post.overridden');
      const last = events.findLast((event) => !isRemark(event));
      if (last === undefined || !isApproved)
        throw new CandorError('not-approved', `post ${post} was never approved`);
      if (RELEASABLE.includes(last)) await log.append({ event: 'post.released', post });
      return true;
    },

    async settle(
      { post, outcome, permalink, partLinks, reason, due, seenByPage }: MessageInput<'settle-post'>,
      gate: Gate,
    ): Promise<true> {
      await tabs.requireOwn(post, gate.tab);
      const log = await openLog();
      const { event, site } = await requireLast(log, post);
      if (!SETTLEABLE[outcome].includes(event)) return true;
      await log.append({
        event: `post.${outcome}`,
        post,
        ...(reason && { reason }),
        ...(permalink && !gate.isPrivate && { permalink, ...(partLinks && { partLinks }) }),
        ...(due !== undefined && { due }),
        ...(seenByPage && { seenBy: 'page' }),
      });
      if (site !== undefined && !gate.isPrivate) await onSettled(site, outcome, reason);
      if (outcome === 'published' || outcome === 'scheduled') await awaitedStore.remove(gate.tab);
      return true;
    },

    async readText(
      { post, generation }: MessageInput<'read-held-text'>,
      gate: Gate,
    ): Promise<MessageResult<'read-held-text'>> {
      await tabs.requireOwn(post, gate.tab);
      return heldTexts.read(post, generation);
    },

    async findAwaited({ tab, frame, url }: Gate): Promise<AwaitedPost | null> {
      const kept = await awaitedStore.read(tab);
      if (!kept || kept.frame !== frame || kept.origin !== new URL(url).origin) return null;
      const entries = await (await openLog()).entriesOfPost(kept.post);
      const released = entries.findLast(({ event }) => event === 'post.released');
      const isOpen = SETTLEABLE.published.some((event) => event === entries.at(-1)?.event);
      if (!isOpen || !released || now() - released.time > FOLLOWED_FOR) return null;
      const { frame: _frame, origin: _origin, ...awaited } = kept;
      return awaited;
    },

    /** Posts let go whose gate is gone (browser killed, tab closed): nobody saw them arrive, and the log says so. */
    async closeInterrupted(isBrowserStart: boolean): Promise<void> {
      const log = await openLog();
      for (const { post } of await log.openPosts()) {
        const released = (await log.entriesOfPost(post)).at(-1);
        if (!isBrowserStart && now() - (released?.time ?? 0) < FOLLOWED_FOR) continue;
        await log.append({ event: 'post.unconfirmed', post, reason: 'interrupted' });
      }
    },
  };

  return {
    ...desk,
    hold: (input: MessageInput<'hold-post'>, gate: Gate) => inTurn(input.post, () => desk.hold(input, gate)),
    approve: (input: MessageInput<'approve-post'>, gate: Gate) =>
      inTurn(input.post, () => desk.approve(input, gate)),
    release: (input: MessageInput<'release-post'>, gate: Gate) =>
      inTurn(input.post, () => desk.release(input, gate)),
    settle: (input: MessageInput<'settle-post'>, gate: Gate) =>
      inTurn(input.post, async () => {
        const settled = await desk.settle(input, gate);
        await heldTexts.forget(input.post);
        return settled;
      }),
    // A review opens before its hold is recorded: the question waits for that.
    readText: (input: MessageInput<'read-held-text'>, gate: Gate) =>
      inTurn(input.post, () => desk.readText(input, gate)),
  };
};

export type PostDesk = ReturnType<typeof createPostDesk>;
