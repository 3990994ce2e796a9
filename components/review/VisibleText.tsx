import { useMemo } from 'preact/hooks';
import { useText } from '../ui/locale-context.ts';
import type { Origin } from './origins.ts';
import { PassageMark } from './PassageMark.tsx';
import type { Passage, Range } from './stretches.ts';
import { type Piece, toVisiblePieces } from './visible-text.ts';

const PieceView = ({ piece }: { piece: Piece }) => {
  const text = useText();
  if (piece.is === 'text') return piece.found ? <mark class="found">{piece.text}</mark> : piece.text;
  const times = piece.times > 1 ? ` ×${piece.times}` : '';
  return (
    <span
      class={piece.found ? 'hidden-character found' : 'hidden-character'}
      role="img"
      dir="ltr"
      aria-label={text('hiddenCharacter', piece.name + times)}
      title={text('hiddenCharacter', piece.name + times)}
    >
      {piece.name}
      {times}
    </span>
  );
};

/** Neighbours of the same origin together. */
const groupByOrigin = (pieces: readonly Piece[]): Piece[][] => {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last && last[0]?.origin === piece.origin) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
};

const NOTHING: readonly never[] = [];

interface VisibleTextProps {
  text: string;
  /** What rules point at. */
  findings?: readonly Range[];
  /** What came from somewhere; `origin` counts in `origins`. */
  passages?: readonly Passage[];
  origins?: readonly Origin[];
}

/** Shows a person's text exactly: text nodes only, nothing interpreted, nothing invisible. */
export const VisibleText = ({
  text,
  findings = NOTHING,
  passages = NOTHING,
  origins = NOTHING,
}: VisibleTextProps) =>
  // Kept whole: a long text is not compared again with each key pressed beside it.
  useMemo(
    () => (
      <>
        {groupByOrigin(toVisiblePieces(text, findings, passages)).map((group, at) => {
          const origin = origins.find(({ number }) => number === group[0]?.origin);
          const shown = group.map((piece, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces are positions of one frozen text
            <PieceView key={index} piece={piece} />
          ));
          if (!origin) return shown;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups are positions of one frozen text
            <PassageMark key={at} origin={origin}>
              {shown}
            </PassageMark>
          );
        })}
      </>
    ),
    [text, findings, passages, origins],
  );
