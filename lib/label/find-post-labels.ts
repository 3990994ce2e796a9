import type { Span } from '../model/decision.ts';
import type { Draft } from '../model/draft.ts';
import { type FoundLabel, findLabels } from './find-label.ts';

/** Where a label belongs. */
export type LabelPlace = 'text' | 'warning';

export interface PostLabels {
  labels: FoundLabel[];
  /** Of the first one. None for a label in the warning: spans are about the text. */
  spans: Span[];
}

/** The labels that a reader meets first: those in the content warning where they belong there, else those in the text. */
export const findPostLabels = (
  { warning = '', parts }: Pick<Draft, 'warning' | 'parts'>,
  place: LabelPlace,
): PostLabels => {
  const first = place === 'warning' ? findLabels(warning) : [];
  if (first.length > 0) return { labels: first, spans: [] };
  const labels = findLabels(parts[0]?.text ?? '');
  return { labels, spans: labels.slice(0, 1).map(({ start, end }) => ({ part: 0, start, end })) };
};
