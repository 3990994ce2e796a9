import type { Draft } from '../model/draft.ts';
import { draftKey } from '../model/draft-key.ts';
import type { AwaitedPost, Protection } from '../model/flow.ts';
import type { Role } from '../model/role.ts';
import type { SiteDefinition } from '../model/site.ts';
import type { Composer } from '../sites/composer.ts';
import { findSite } from '../sites/find-site.ts';
import { findComposers } from '../sites/match-definition.ts';
import { readDraft, readTexts } from '../sites/read-draft.ts';
import { ask, isOrphaned } from './background-link.ts';
import { type ApprovedPost, createGateMemory } from './gate-memory.ts';
import { type Attempt, interceptSubmits } from './intercept.ts';
import { takeOverLeftovers } from './leftovers.ts';
import { createPass } from './pass.ts';
import { type FlowPorts, PostFlow } from './post-flow.ts';
import { createPostRecord } from './post-record.ts';
import type { PostState } from './post-state.ts';
import { createRequestDesk } from './request-desk.ts';
import { loadReviewUi } from './review-ui.ts';
import type { OpenReview } from './review-view.ts';
import { watchComposers } from './watch.ts';
import { whenPageRests } from './when-page-rests.ts';

/** What the gate is given by its entrypoint. */
export interface GateParts {
  openReview: OpenReview;
}

/** A title alone is a post as well (a link, a picture), and on Mastodon a content warning, which becomes its text. */
const isEmpty = (draft: Draft): boolean =>
  !draft.title &&
  !draft.warning &&
  draft.parts.every((part) => part.text.trim() === '' && part.media.length === 0);

export interface Gate {
  openChip(): void;
  /** Wakes the background and takes in the profile. */
  wake(): void;
  /** What this page is, if any definition fits. */
  findSite(): SiteDefinition | undefined;
}

/**
 * The gate of one frame: catches every submit of a composer and lets pass what may pass, at once and untouched.
 * When the extension is updated under its feet it stands down, and the site goes on as if it had never been there.
 */
export const startGate = ({ openReview }: GateParts): Gate => {
  const roles = takeOverLeftovers();
  const standDown = new AbortController();
  const memory = createGateMemory();
  const pass = createPass();
  const flows = new Set<PostFlow>();
  let site: SiteDefinition | undefined;
  let reported: string | undefined;
  let seen: Protection = 'protected';
  /** The approved draft whose press is on its way through the page in this task. */
  let passing: string | undefined;

  const currentSite = (): SiteDefinition | undefined => {
    site ??= findSite(new URL(location.href), document, memory.profile?.sites);
    return site;
  };

  const sight = (protection = seen) => ({ protection, ...(site && { site: site.id }) });

  const report = (protection: Protection): void => {
    const now = `${protection} ${site?.id ?? ''}`;
    if (now === reported) return;
    reported = now;
    ask('report-protection', sight(protection)).catch(() => {
      reported = undefined;
    });
  };

  /** A post, let go by the page before, may have led here. */
  const follow = async (awaited: AwaitedPost): Promise<void> => {
    const { followToNextPage } = await loadReviewUi();
    const { outcome, ...details } = await followToNextPage(awaited, currentSite, standDown.signal);
    await createPostRecord(awaited.post).settle(outcome, details);
  };

  const wake = (isLoaded?: true): void => {
    ask('wake-up', { ...sight(), ...(isLoaded && { isLoaded }) }).then(
      ({ profile, awaited }) => {
        const isNews = memory.learn(profile);
        // A newer definition may have come, or the person switched the site off.
        if (isNews) site = undefined;
        requests.refresh();
        if (isNews) watch.lookAgain();
        if (!isLoaded) report(profile.isOff ? 'unwatched' : seen);
        if (awaited) follow(awaited).catch(() => undefined);
      },
      () => undefined,
    );
  };

  const noteComposer = (composer: Composer): void => {
    seen = composer.found === 'generic' && composer.site.id !== 'generic' ? 'changed' : 'protected';
    report(seen);
  };

  const watch = watchComposers({
    findSite: currentSite,
    memory,
    roles,
    signal: standDown.signal,
    onChanged: noteComposer,
    onFrameKey: (event) => onKeydown(event),
    onFocus(composer) {
      if (isOrphaned()) {
        standDown.abort();
        return false;
      }
      wake();
      if (memory.profile?.isOff) return false;
      noteComposer(composer);
      return true;
    },
  });

  const openFlow = (
    attempt: Omit<Attempt, 'event'>,
    draft: Draft,
    role: Role | undefined,
    post?: string,
  ): PostFlow => {
    const ports: FlowPorts = {
      memory,
      pass,
      openReview,
      requests,
      signal: standDown.signal,
      onState(state: PostState) {
        watch.showState(attempt.composer, state);
        if (state.is === 'settled') flows.delete(flow);
      },
    };
    const flow: PostFlow = new PostFlow(attempt.composer, draft, role, ports, {
      id: post,
      control: attempt.control,
    });
    flows.add(flow);
    return flow;
  };

  /** One press makes several events (key, click, submit, navigation): it is followed once. */
  const followOnce = (attempt: Attempt, draft: Draft, approved: ApprovedPost): void => {
    const key = draftKey(draft);
    if (passing === key) return;
    passing = key;
    setTimeout(() => {
      passing = undefined;
    });
    openFlow(attempt, draft, approved.role, approved.post).follow();
  };

  const onAttempt = (attempt: Attempt): 'pass' | 'stop' => {
    if (isOrphaned()) {
      standDown.abort();
      return 'pass';
    }
    if (memory.profile?.isOff) return 'pass';
    const { event, composer } = attempt;
    const draft = readDraft(composer);
    const key = draftKey(draft);
    if (pass.admits(event, key)) return 'pass';
    if (isEmpty(draft)) return 'pass';
    // A post is being held: whoever presses now, the page or an impatient hand, changes nothing.
    if ([...flows].some((flow) => flow.isHolding)) return 'stop';
    noteComposer(composer);
    const role = watch.roleOf(composer, draft);
    const judgement = memory.judge(key, role, draft);
    if (judgement.is === 'pass') {
      requests.expect(draft);
      return 'pass';
    }
    if (judgement.is === 'approved' && (event.isTrusted || passing === key)) {
      followOnce(attempt, draft, judgement.approved);
      return 'pass';
    }
    openFlow(attempt, draft, role).start();
    return 'stop';
  };

  /** The composer that still holds what the page was about to send. */
  const holdInComposer = (hasText: (texts: readonly string[]) => boolean): boolean => {
    const found = site && findComposers(site, document).find((composer) => hasText(readTexts(composer)));
    if (!found) return false;
    if ([...flows].some((flow) => flow.isHolding)) return true;
    const draft = readDraft(found);
    openFlow({ composer: found }, draft, watch.roleOf(found, draft)).start();
    return true;
  };

  const requests = createRequestDesk({
    findSite: currentSite,
    profile: () => memory.profile,
    signal: standDown.signal,
    openReview,
    holdInComposer,
    onBypass() {
      seen = 'changed';
      report(seen);
    },
    wake: () => wake(),
  });
  requests.refresh();
  const onKeydown = interceptSubmits(currentSite, onAttempt, standDown.signal);

  window.addEventListener(
    'pagehide',
    () => {
      for (const flow of flows) flow.leavePage();
    },
    {
      signal: standDown.signal,
    },
  );
  document.addEventListener('DOMContentLoaded', () => requests.refresh(), { signal: standDown.signal });
  whenPageRests(() => {
    currentSite();
    wake(true);
    watch.onLoaded();
  }, standDown.signal);
  // Back from another tab, where an AI tool may have answered.
  const onVisible = (): void => {
    if (document.visibilityState === 'visible' && watch.isWatching() && !isOrphaned()) wake();
  };
  document.addEventListener('visibilitychange', onVisible, { signal: standDown.signal });
  return { openChip: watch.openChip, wake: () => wake(), findSite: currentSite };
};
