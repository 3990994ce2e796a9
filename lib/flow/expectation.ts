import type { Draft } from '../model/draft.ts';
import { isSameText } from '../sites/same-text.ts';
import type { Confirmation } from './confirm.ts';

/** A post that was let go: requests that publish it are to be expected. */
export interface Expectation {
  readonly draft: Draft;
  /** UUID, where the person approved it; a human post that passed has none. */
  readonly post?: string;
  /** When it was let go, milliseconds of `performance.now()`. */
  readonly since: number;
  /** Texts that requests have carried, and those of them that the site has taken. */
  sent: number;
  taken: number;
  /** Requests without an answer yet. */
  pending: number;
  /** Addresses that the site gave the parts, in order. */
  permalinks: string[];
  confirmation?: Confirmation;
}

/** How long after it was let go a post may be sent: some sites wait until a film has been taken in. Milliseconds. */
export const SENT_WITHIN = 600_000;
/** How long a request with another text is taken for that post all the same. Milliseconds. */
const ALTERED_WITHIN = 60_000;

export type Explanation =
  | { is: 'expected'; expectation: Expectation }
  /** A post was approved, and another text is sent in its place. */
  | { is: 'altered'; expectation: Expectation }
  | { is: 'unexplained' };

const textsOf = ({ title, parts }: Draft): string[] => {
  const texts = parts.map(({ text }) => text);
  const whole = texts.join('\n');
  return [...texts, whole, ...(title === undefined ? [] : [title, `${title}\n${whole}`])];
};

/** Is this what was let go? `sent`: the texts in the request, as far as the definition can read them. */
const isOf = ({ draft }: Expectation, sent: readonly string[]): boolean => {
  const texts = textsOf(draft);
  return sent.every((text) => isSameText(text, texts)) || isSameText(sent.join('\n'), texts);
};

/** What was approved was approved with its content warning, which hides the text, or holds the label. */
const hasWarning = ({ draft, post }: Expectation, warning: string | undefined): boolean =>
  post === undefined || warning === undefined || isSameText(warning, [draft.warning ?? '']);

const isWaiting = ({ sent, draft, since }: Expectation, now: number): boolean =>
  sent < draft.parts.length && now - since <= ALTERED_WITHIN;

/**
 * Which of the posts that were let go is this request? The newest first; without a text, the newest not sent yet.
 * `warning`: the content warning in the request, where the definition knows where it stands.
 */
export const explainRequest = (
  sent: readonly string[],
  expectations: readonly Expectation[],
  now: number,
  warning?: string,
): Explanation => {
  const newest = expectations.filter(({ since }) => now - since <= SENT_WITHIN).reverse();
  const same = newest.find(
    (expectation) =>
      hasWarning(expectation, warning) &&
      (sent.length === 0 ? isWaiting(expectation, now) : isOf(expectation, sent)),
  );
  if (same) return { is: 'expected', expectation: same };
  const altered = newest.find((expectation) => expectation.post !== undefined && isWaiting(expectation, now));
  return altered ? { is: 'altered', expectation: altered } : { is: 'unexplained' };
};
