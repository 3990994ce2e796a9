import { useMemo } from 'preact/hooks';
import type { Span } from '#lib/model/decision.ts';
import { useText } from '../ui/locale-context.ts';
import { type Piece, toVisiblePieces } from './visible-text.ts';

const PieceView = ({ piece }: { piece: Piece }) => {
  const text = useText();
  if (piece.is === 'text') return piece.found ? <mark class="found">{piece.text}</mark> : piece.text;
  const times = piece.times > 1 ? ` ×${piece.times}` : '';
  return (
    <span
      class={piece.found ? 'hidden-character found' : 'hidden-character'}
      role="img"
      aria-label={text('hiddenCharacter', piece.name + times)}
      title={text('hiddenCharacter', piece.name + times)}
    >
      {piece.name}
      {times}
    </span>
  );
};

const NO_SPANS: readonly never[] = [];

interface VisibleTextProps {
  text: string;
  spans?: readonly Pick<Span, 'start' | 'end'>[];
}

/** Shows a person's text exactly: text nodes only, nothing interpreted, nothing invisible. */
export const VisibleText = ({ text, spans = NO_SPANS }: VisibleTextProps) => {
  const pieces = useMemo(() => toVisiblePieces(text, spans), [text, spans]);
  return (
    <>
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces are positions of one frozen text
        <PieceView key={index} piece={piece} />
      ))}
    </>
  );
};
