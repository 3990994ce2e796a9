import type { DriftNotice } from '../model/flow.ts';
import type { ApprovedChoice, ReviewData } from '../model/review.ts';
import type { readArrival, readBeforeArrival } from '../sites/read-arrival.ts';
import { ask } from './background-link.ts';
import type { ChipFactory } from './chip-host.ts';
import type { confirmArrival } from './confirm.ts';
import type { followToNextPage } from './follow-to-next-page.ts';
import type { Judged } from './judge-request.ts';
import type { setNativeSwitch } from './native-switch.ts';
import type { placeParts } from './place-parts.ts';
import type { chooseLabelLanguage } from './post-language.ts';
import type { ReadPictures } from './read-pictures.ts';
import type { RequestHost, RequestReport } from './request-desk.ts';
import type { onTextStep } from './steps.ts';

/** What the person did in the dialog. */
export interface ReviewCallbacks {
  onApprove(choice: ApprovedChoice): void;
  onKeepEditing(): void;
}

/**
 * Chip and review UI are a script of their own, injected when a composer gets the focus: the gate stays small. What
 * only an approved post needs, or one with pictures, comes with them.
 */
export interface ReviewUi {
  show(dialog: HTMLElement, data: ReviewData, callbacks: ReviewCallbacks): void;
  remove(dialog: HTMLElement): void;
  chip: ChipFactory;
  readPictures: ReadPictures;
  chooseLabelLanguage: typeof chooseLabelLanguage;
  placeParts: typeof placeParts;
  setNativeSwitch: typeof setNativeSwitch;
  onTextStep: typeof onTextStep;
  readBeforeArrival: typeof readBeforeArrival;
  readArrival: typeof readArrival;
  confirmArrival: typeof confirmArrival;
  followToNextPage: typeof followToNextPage;
  /** Tells the person of a post that is shown without its label. */
  showNotice(kind: DriftNotice['found'], siteName: string, label?: string): void;
  /** What is a request that publishes, and may it go? */
  judgeRequest(report: RequestReport, host: RequestHost): Promise<Judged>;
}

/** The isolated world's own global: the page cannot see it. */
export const reviewGlobal = globalThis as typeof globalThis & { candorReview?: ReviewUi };

/** Missing until a composer has had the focus. */
export const findReviewUi = (): ReviewUi | undefined => reviewGlobal.candorReview;

/** Where a review has been: its script is there. */
export const requireReviewUi = (): ReviewUi => {
  if (!reviewGlobal.candorReview) throw new Error('the review script is not there');
  return reviewGlobal.candorReview;
};

let loading: Promise<ReviewUi> | undefined;

export const loadReviewUi = (): Promise<ReviewUi> => {
  if (reviewGlobal.candorReview) return Promise.resolve(reviewGlobal.candorReview);
  loading ??= ask('inject-review', {})
    .then(requireReviewUi)
    .finally(() => {
      loading = undefined;
    });
  return loading;
};
