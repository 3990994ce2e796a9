import type { Changes } from '../model/changes.ts';
import type { Evidence, GeneratedEvidence, Span } from '../model/decision.ts';
import type { Draft } from '../model/draft.ts';
import { compareTexts } from '../provenance/compare-texts.ts';
import { listNearby } from '../provenance/nearby-text.ts';

/** Asks the background for the text of a generation. */
export type ReadText = (generation: number) => Promise<{ text?: string }>;

const spansOf = (evidence: readonly Evidence[]): Span[] =>
  evidence.flatMap((piece) => (piece.kind === 'generated' ? piece.spans : []));

/** What the person changed about a remembered answer. Rejects where the background does not answer. */
export const readChanges = async (
  { parts }: Draft,
  evidence: readonly Evidence[],
  wanted: GeneratedEvidence,
  readText: ReadText,
): Promise<Changes> => {
  const { text } = wanted.textId === undefined ? {} : await readText(wanted.textId);
  if (text === undefined) return { is: 'gone' };
  const others = evidence.filter((piece) => piece !== wanted);
  const texts = parts.map((part) => part.text);
  return compareTexts(text, listNearby(texts, wanted.spans, spansOf(others)));
};
