import { type Bytes, concatBytes } from '../bytes.ts';
import { LONGEST_LINE } from '../source-file.ts';
import { splitLines, type WholeLines } from '../whole-lines.ts';

const LINE_FEED = 0x0a;

/** Whole lines of bytes that come from anywhere. A last one without a line feed gets it; one that is too long is empty, and the last. */
export async function* linesOf(pieces: AsyncIterable<Bytes>): AsyncGenerator<WholeLines> {
  let pending: Bytes[] = [];
  let size = 0;
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      yield splitLines(concatBytes(...pending, piece.subarray(0, end)));
      pending = [];
      size = 0;
    }
    if (end < piece.length) pending.push(piece.subarray(end));
    size += piece.length - end;
    if (size > LONGEST_LINE) {
      yield splitLines(Uint8Array.of(LINE_FEED));
      return;
    }
  }
  if (pending.length > 0) yield splitLines(concatBytes(...pending, Uint8Array.of(LINE_FEED)));
}

/** Some of these lines. */
export const sliceLines = ({ bytes, ends }: WholeLines, from: number, to: number): WholeLines => {
  const start = ends[from - 1] ?? 0;
  return {
    bytes: bytes.subarray(start, ends[to - 1] ?? 0),
    ends: ends.slice(from, to).map((end) => end - start),
  };
};
