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

/** What the gate is given by its entrypoint. */
export interface GateParts {
  openReview: OpenReview;
}

/** A page that never rests is reported after this long, in milliseconds. */
const REPORTED_WITHIN = 1000;

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
  /** The approved draft whose press is on its way through the page in this task. */
  let passing: string | undefined;

  const currentSite = (): SiteDefinition | undefined => {
    site ??= findSite(new URL(location.href), document, memory.profile?.sites);
    return site;
  };

  const report = (protection: Protection, isLoaded?: true): void => {
    const seen = `${protection} ${site?.id ?? ''}`;
    if (seen === reported && !isLoaded) return;
    reported = seen;
    ask('report-protection', {
      protection,
      ...(site && { site: site.id }),
      ...(isLoaded && { isLoaded }),
    }).then(
      (awaited) => awaited && follow(awaited).catch(() => undefined),
      () => {
        reported = undefined;
      },
    );
  };

  /** A post, let go by the page before, may have led here. */
  const follow = async (awaited: AwaitedPost): Promise<void> => {
    const { followToNextPage } = await loadReviewUi();
    const { outcome, ...details } = await followToNextPage(awaited, currentSite, standDown.signal);
    await createPostRecord(awaited.post).settle(outcome, details);
  };

  const wake = (): void => {
    ask('wake-up', {}).then(
      (profile) => {
        const isNews = memory.learn(profile);
        // A newer definition may have come, or the person switched the site off.
        if (isNews) site = undefined;
        requests.refresh();
        if (profile.isOff) report('unwatched');
        if (isNews) watch.lookAgain();
      },
      () => undefined,
    );
  };

  const noteComposer = (composer: Composer): void => {
    report(composer.found === 'generic' && composer.site.id !== 'generic' ? 'changed' : 'protected');
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
    onBypass: () => report('changed'),
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
  const onLoaded = (): void => {
    requests.refresh();
    // The page has more urgent things to do.
    requestIdleCallback(
      () => {
        if (!memory.profile?.isOff) report('protected', true);
      },
      { timeout: REPORTED_WITHIN },
    );
  };
  if (document.readyState !== 'loading') onLoaded();
  else document.addEventListener('DOMContentLoaded', onLoaded, { signal: standDown.signal });
  // Back from another tab, where an AI tool may have answered.
  const onVisible = (): void => {
    if (document.visibilityState === 'visible' && watch.isWatching() && !isOrphaned()) wake();
  };
  document.addEventListener('visibilitychange', onVisible, { signal: standDown.signal });
  wake();
  return { openChip: watch.openChip, wake, findSite: currentSite };
};
