import type { GuardReport } from '../guard/protocol.ts';
import type { Draft } from '../model/draft.ts';
import type { GateProfile } from '../model/flow.ts';
import type { SiteDefinition } from '../model/site.ts';
import { ask, isOrphaned } from './background-link.ts';
import type { Confirmation } from './confirm.ts';
import type { Expectation } from './expectation.ts';
import { openGuardLink } from './guard-link.ts';
import { loadReviewUi } from './review-ui.ts';
import type { OpenReview } from './review-view.ts';
import { waitFor } from './wait-for.ts';

/** The most that is remembered of what was let go. */
const REMEMBERED = 20;
/** Requests that are looked at in a minute: a page that forges reports makes this much noise and no more. */
const MOST_IN_A_MINUTE = 30;
/** A request of a page that was quicker than the profile waits this long for it, then goes. Milliseconds. */
const WAITS_FOR_PROFILE = 2000;

export type RequestReport = Extract<GuardReport, { request: number }>;
export type AnswerReport =
  | Extract<GuardReport, { answered: number }>
  | Extract<GuardReport, { lost: number }>;

/** A request that was looked at: hears how it ended. */
export type OnAnswer = (answer: AnswerReport) => void;

/** What the script that judges requests (it comes with the review) may do here. */
export interface RequestHost {
  readonly site: SiteDefinition;
  readonly holds: boolean;
  readonly expectations: readonly Expectation[];
  readonly openReview: OpenReview;
  expect(draft: Draft, post?: string): Expectation;
  /** Opens the flow of a composer on this page that holds one of these texts. False: there is none. */
  holdInComposer(hasText: (texts: readonly string[]) => boolean): boolean;
  /** The site publishes in a way that the gate did not see. */
  onBypass(): void;
}

/** Followed by the flow of a post. */
export interface Expected {
  /** `pending`: it was sent, and no answer came yet. */
  hear(): Confirmation | 'pending' | undefined;
  /** It was not let go after all. */
  forget(): void;
}

interface RequestPorts extends Pick<RequestHost, 'openReview' | 'holdInComposer' | 'onBypass'> {
  findSite(): SiteDefinition | undefined;
  profile(): GateProfile | undefined;
  /** Has the profile come soon. */
  wake(): void;
  signal: AbortSignal;
}

export interface RequestDesk {
  /** A post is about to be let go. Called in the same task. */
  expect(draft: Draft, post?: string): Expected;
  /** The site, its rules or the profile may be others than before. */
  refresh(): void;
}

/** Knows what was let go, and has everything else that publishes looked at. */
export const createRequestDesk = (ports: RequestPorts): RequestDesk => {
  const { findSite, profile, signal } = ports;
  let expectations: Expectation[] = [];
  let told = '';
  let isAskedFor = false;
  let minute = { began: 0, count: 0 };
  /** Requests that wait for a verdict of this gate. */
  const held = new Set<number>();
  const looking = new Map<number, Promise<OnAnswer | undefined>>();

  const holds = (): boolean => profile()?.requests === 'enforce';
  /** Before the profile has come nobody can say: then it is waited for. */
  const mayHold = (): boolean => profile()?.requests !== 'observe';

  const expect = (draft: Draft, post?: string): Expectation => {
    const made: Expectation = {
      draft,
      ...(post !== undefined && { post }),
      since: performance.now(),
      sent: 0,
      permalinks: [],
      taken: 0,
      pending: 0,
    };
    expectations = [...expectations, made].slice(-REMEMBERED);
    return made;
  };

  const isFlood = (): boolean => {
    const now = performance.now();
    if (now - minute.began > 60_000) minute = { began: now, count: 0 };
    minute.count += 1;
    return minute.count > MOST_IN_A_MINUTE;
  };

  const look = async (
    report: RequestReport,
    site: SiteDefinition,
    isTooMuch: boolean,
  ): Promise<OnAnswer | undefined> => {
    const pass = (may: boolean): void => {
      held.delete(report.request);
      link.order({ verdict: report.request, pass: may });
    };
    try {
      if (!profile()) {
        ports.wake();
        await waitFor(profile, WAITS_FOR_PROFILE);
      }
      if (isTooMuch || profile()?.isOff) {
        // Nobody is asked so often; what would have to be held is refused. Not before the guard waits for the answer.
        setTimeout(() => pass(profile()?.isOff || !holds()));
        return undefined;
      }
      const { judgeRequest } = await loadReviewUi();
      const judged = await judgeRequest(report, {
        ...ports,
        site,
        holds: holds(),
        expectations,
        expect,
      });
      pass(judged.pass);
      return judged.onAnswer;
    } catch (error) {
      console.warn(error);
      pass(!holds() || profile()?.failure === 'allow');
      return undefined;
    }
  };

  const onReport = (report: GuardReport): boolean => {
    if (isOrphaned()) return false;
    // A gate that came after an update holds nothing of what the one before it held.
    if ('ping' in report) return held.size > 0;
    if ('request' in report) {
      const site = findSite();
      if (!site || profile()?.isOff) return false;
      held.add(report.request);
      looking.set(report.request, look(report, site, isFlood()));
      return mayHold();
    }
    const id = 'answered' in report ? report.answered : report.lost;
    const looked = looking.get(id);
    looking.delete(id);
    void looked?.then((onAnswer) => onAnswer?.(report));
    return true;
  };

  const link = openGuardLink(onReport, signal);

  return {
    expect(draft, post) {
      const expectation = expect(draft, post);
      return {
        hear: () => expectation.confirmation ?? (expectation.pending > 0 ? 'pending' : undefined),
        forget() {
          expectations = expectations.filter((one) => one !== expectation);
        },
      };
    },

    refresh() {
      const known = profile();
      const site = known?.isOff ? undefined : findSite();
      const rules = (site?.publish ?? []).map(({ method, path, bodyHas, bodyLacks }) => ({
        method,
        path,
        bodyHas,
        bodyLacks,
      }));
      const order = { rules, holds: mayHold() };
      const now = JSON.stringify(order);
      if (now !== told) link.order(order);
      told = now;
      // In a tab that was open before Candor was installed there is no guard yet.
      if (!known || link.introduce(known.guardKey) || isAskedFor) return;
      isAskedFor = true;
      ask('inject-guard', {}).catch(() => undefined);
    },
  };
};
