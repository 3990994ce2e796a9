import { browser } from '@wxt-dev/browser';
import { CandorError } from '../errors/candor-error.ts';
import { sendToGate } from '../messaging/gate-messages.ts';
import type { Sender } from '../messaging/handle.ts';
import type { MessageInput } from '../messaging/messages.ts';
import type { ReviewData } from '../model/review.ts';

/** A review that waits in a window of its own. Item `review:<post>` in `storage.session`: in memory only. */
interface WaitingReview {
  tab: number;
  frame: number;
  review: ReviewData;
}

const keyOf = (post: string): string => `review:${post}`;
const SIZE = { width: 760, height: 720 };

const findWaiting = async (post: string): Promise<WaitingReview | undefined> => {
  const key = keyOf(post);
  return (await browser.storage.session.get(key))[key] as WaitingReview | undefined;
};

/** Opens the review of one post in a window that the page cannot cover, filter or remove. */
export const openReviewWindow = async (
  { post, review }: MessageInput<'review-elsewhere'>,
  { tab, frame }: Extract<Sender, { from: 'gate' }>,
): Promise<true> => {
  await browser.storage.session.set({ [keyOf(post)]: { tab, frame, review } satisfies WaitingReview });
  const url = browser.runtime.getURL('/review-window.html' as never);
  await browser.windows.create({ url: `${url}#${post}`, type: 'popup', ...SIZE });
  return true;
};

export const readReview = async (post: string): Promise<ReviewData> => {
  const waiting = await findWaiting(post);
  if (!waiting) throw new CandorError('not-approved', `no review waits for post ${post}`);
  return waiting.review;
};

/** Hands the person's choice back to the gate that holds the post. */
export const answerReview = async ({ post, choice }: MessageInput<'answer-review'>): Promise<true> => {
  const waiting = await findWaiting(post);
  if (!waiting) return true;
  await browser.storage.session.remove(keyOf(post));
  await sendToGate(waiting.tab, { name: 'review-answered', post, ...(choice && { choice }) }, waiting.frame);
  return true;
};
