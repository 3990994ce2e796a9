import { errorCode } from '../errors/candor-error.ts';
import type { Draft } from '../model/draft.ts';
import type { ApprovedChoice } from '../model/review.ts';
import { GENERIC_COMPOSER } from '../sites/generic.ts';
import { CONFIRM_WITHIN } from './confirm.ts';
import type { Expectation } from './expectation.ts';
import { createPostRecord, type PostRecord } from './post-record.ts';
import type { RequestHost } from './request-desk.ts';

const LOOK_EVERY = 250;

/** Nobody else follows it: there is no composer to look at. */
const recordOutcome = async (record: PostRecord, expectation: Expectation): Promise<void> => {
  const until = performance.now() + CONFIRM_WITHIN;
  while (!expectation.confirmation && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  const { outcome, ...details } = expectation.confirmation ?? {
    outcome: 'unconfirmed',
    reason: 'no-evidence',
  };
  await record.settle(outcome, details);
};

/** One review at a time: whatever else the page sends meanwhile is refused, as other presses are. */
let isReviewing = false;

/**
 * The review of a request that is held, whose text stands in no composer: it goes as it is, or not at all. No label
 * can be put into it; whoever wants one gets it to copy. Gives what is expected to arrive, or nothing: do not send.
 */
export const reviewRequest = async (draft: Draft, host: RequestHost): Promise<Expectation | undefined> => {
  if (isReviewing) return undefined;
  isReviewing = true;
  return review(draft, host).finally(() => {
    isReviewing = false;
  });
};

const review = async (draft: Draft, host: RequestHost): Promise<Expectation | undefined> => {
  const post = crypto.randomUUID();
  const record = createPostRecord(post);
  let answer = await record.hold(draft, undefined);
  if (answer.decision.effect === 'allow') return host.expect(draft, post);

  return new Promise((resolve) => {
    const composer = {
      site: host.site,
      definition: host.site.composers.find(({ id }) => id === draft.composer) ?? GENERIC_COMPOSER,
      root: document.documentElement,
      editors: [],
      found: 'generic' as const,
    };
    const end = (reason: string): void => {
      void record.settle('cancelled', { reason });
      resolve(undefined);
    };
    const approve = async (choice: ApprovedChoice): Promise<void> => {
      if (choice.label !== '') {
        view.show({ is: 'stopped', code: 'label-not-inserted', copyText: choice.label });
        end('label-not-inserted');
        return;
      }
      view.show({ is: 'releasing' });
      try {
        const approval = await record.approve(draft, choice);
        if (!approval.ok) {
          answer = { ...answer, decision: { ...answer.decision, findings: approval.findings } };
          view.fill(answer);
          return;
        }
        await record.release();
      } catch (error) {
        view.show({ is: 'stopped', code: errorCode(error, 'storage-failed') });
        end('storage-failed');
        return;
      }
      view.close();
      const expectation = host.expect(draft, post);
      void recordOutcome(record, expectation);
      resolve(expectation);
    };
    const view = host.openReview({
      composer,
      draft,
      role: undefined,
      post,
      held: answer,
      language: undefined,
      onApprove: (choice) => void approve(choice),
      onKeepEditing() {
        view.close();
        end('kept-editing');
      },
    });
  });
};
