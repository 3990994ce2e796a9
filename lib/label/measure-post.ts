import type { Counter, Fold } from '../model/counter.ts';
import type { Draft } from '../model/draft.ts';
import { countExcess, countText, countWarning } from './count/count-text.ts';

/** The measures of the composer the post is written in; a `ComposerDefinition` is one. */
export interface ComposerMeasures {
  counter: Counter;
  fold?: Fold | undefined;
  /** Of a content warning that has a limit of its own, in UTF-16 code units; else it counts with the first part. */
  warningLimit?: number | undefined;
}

/** What is sent: the parts, and the content warning they are hidden behind. */
export interface PostTexts {
  parts: readonly string[];
  warning?: string | undefined;
}

export interface Count {
  count: number;
  limit: number;
}

/**
 * How the site counts this post. The page's own limit goes before the definition's; a part (or a warning) that is over
 * its limit without a label shows that this account may write longer, so no limit is known there.
 */
export const measurePost = (
  draft: Pick<Draft, 'parts' | 'limit' | 'warning'>,
  { counter, warningLimit }: ComposerMeasures,
) => {
  const own: Counter = { ...counter, limit: draft.limit ?? counter.limit };
  const besidePart = (index: number, warning = ''): number =>
    index === 0 && warningLimit === undefined ? countWarning(warning, counter) : 0;
  const counters = draft.parts.map(
    ({ text }, index): Counter =>
      countExcess(text, own, besidePart(index, draft.warning)) > 0 ? { type: own.type, limit: 0 } : own,
  );
  const ofWarning: Counter = {
    type: 'plain',
    limit: (draft.warning ?? '').length > (warningLimit ?? 0) ? 0 : (warningLimit ?? 0),
  };
  return {
    /** Per part what the site will count, in its unit. `limit` 0: none stated. */
    counts: ({ parts, warning }: PostTexts): Count[] =>
      parts.map((text, index) => ({
        count: countText(text, counter) + besidePart(index, warning),
        limit: counters[index]?.limit ?? 0,
      })),
    /** Of the warning, where it has a limit of its own. */
    countOfWarning: ({ warning = '' }: PostTexts): Count | undefined =>
      ofWarning.limit > 0 ? { count: warning.length, limit: ofWarning.limit } : undefined,
    /** Characters too many, of all together. */
    excess: ({ parts, warning = '' }: PostTexts): number =>
      parts.reduce(
        (sum, text, index) => {
          const chosen = counters[index];
          return sum + (chosen ? countExcess(text, chosen, besidePart(index, warning)) : 0);
        },
        countExcess(warning, ofWarning),
      ),
  };
};
