import { lintPlacement, type PlacementFinding } from '../label/lint-placement.ts';
import type { Drift } from '../model/log-entry.ts';
import { foldSent } from '../sites/same-text.ts';

/** What is known of a post as it was approved. */
export interface ApprovedText {
  /** It went out with a label that a reader finds. */
  isLabelled: boolean;
  /** What was wrong with its label and was let pass: codes of findings. */
  accepted: ReadonlySet<string>;
  /** Title and all parts, where the log keeps them. */
  text?: string | undefined;
}

/** Nobody sees a label there. Foreign words and hidden characters are another matter: sites translate and insert. */
const UNSEEN: ReadonlySet<PlacementFinding['code']> = new Set([
  'labelMissing',
  'labelVague',
  'labelNotFirst',
  'labelBehindLink',
  'labelInHashtags',
  'partUnmarked',
]);

const isUnlabelled = (shown: string, part: number, accepted: ReadonlySet<string>): boolean =>
  lintPlacement({ parts: part === 0 ? [shown] : ['', shown] })
    .filter(({ code }) => (part === 0) === (code !== 'partUnmarked'))
    .some(({ code }) => UNSEEN.has(code) && !accepted.has(code));

/** Sites leave the host of a mention out. */
const fold = (text: string): string => foldSent(text.replace(/(@[\w.-]+)@[\w.-]+/gu, '$1'));

/**
 * How a part of a post, as a page shows it, is not what was approved. A piece of it is no other text: sites show
 * beginnings, and parts one by one.
 */
export const compareShown = (
  shown: string,
  part: number,
  { isLabelled, accepted, text }: ApprovedText,
): Drift | undefined => {
  if (isLabelled && isUnlabelled(shown, part, accepted))
    return part === 0 ? 'label-gone' : 'part-without-label';
  return text === undefined || fold(text).includes(fold(shown)) ? undefined : 'text-changed';
};
