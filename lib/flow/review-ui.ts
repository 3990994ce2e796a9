import type { ApprovedChoice, ReviewData } from '../model/review.ts';
import { ask } from './background-link.ts';

/** What the person did in the dialog. */
export interface ReviewCallbacks {
  onApprove(choice: ApprovedChoice): void;
  onKeepEditing(): void;
}

/** The review UI is a script of its own, injected when a composer gets the focus: the gate stays small. */
export interface ReviewUi {
  show(dialog: HTMLElement, data: ReviewData, callbacks: ReviewCallbacks): void;
  remove(dialog: HTMLElement): void;
}

/** The isolated world's own global: the page cannot see it. */
export const reviewGlobal = globalThis as typeof globalThis & { candorReview?: ReviewUi };

let loading: Promise<ReviewUi> | undefined;

export const loadReviewUi = (): Promise<ReviewUi> => {
  if (reviewGlobal.candorReview) return Promise.resolve(reviewGlobal.candorReview);
  loading ??= ask('inject-review', {})
    .then(() => {
      if (!reviewGlobal.candorReview) throw new Error('the review script did not start');
      return reviewGlobal.candorReview;
    })
    .finally(() => {
      loading = undefined;
    });
  return loading;
};
