import type { DraftText } from './draft-text.ts';
import { gramSize } from './gram-size.ts';
import { NO_GRAM } from './hash-grams.ts';

/** A stretch of the draft. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Shortest piece between the person's own words that is worth marking, in letters. */
const SHORTEST_PIECE = 10;

/** Own words at the end of a passage are a repeated phrase as long as they are fewer letters than this. */
const PHRASE = 36;

/** Marks the units that a gram of the person's own prompts covers. */
export function findOwnUnits({ units, grams }: DraftText, own: ReadonlySet<number>): Uint8Array {
  const covered = new Uint8Array(units.length);
  if (own.size === 0) return covered;
  let end = 0;
  for (let at = 0; at < covered.length; at += 1) {
    const size = grams.sizes[at] as number;
    if (size !== NO_GRAM && own.has(grams.hashes[at] as number)) {
      end = Math.max(end, at + gramSize(size).k);
    }
    if (at < end) covered[at] = 1;
  }
  return covered;
}

/**
 * What of a passage that stands in a generation is not the person's own. Somebody who has a text improved gets most of
 * it back: that stays theirs, the changes are not. An answer that repeats a few words of the question is another
 * matter: own words that are fewer than what stands on either side belong to the passage, and so
 * does a phrase where it begins or ends.
 */
export function leaveOutOwn(
  { letters }: DraftText,
  { start, end }: Stretch,
  isOwn: Uint8Array,
): readonly Stretch[] {
  const lettersOf = (stretch: Stretch) =>
    (letters[stretch.end] as number) - (letters[stretch.start] as number);

  const stretches: (Stretch & { isOwn: boolean })[] = [];
  for (let at = start; at < end; ) {
    const from = at;
    while (at < end && isOwn[at] === isOwn[from]) at += 1;
    stretches.push({ start: from, end: at, isOwn: isOwn[from] === 1 });
  }

  const pieces: Stretch[] = [];
  stretches.forEach((stretch, index) => {
    const beside = [stretches[index - 1], stretches[index + 1]].filter((other) => other !== undefined);
    const isInside = beside.length === 2 || (beside.length === 1 && lettersOf(stretch) < PHRASE);
    const belongs =
      !stretch.isOwn || (isInside && beside.every((other) => lettersOf(other) > lettersOf(stretch)));
    if (!belongs) return;
    const last = pieces.at(-1);
    if (last?.end === stretch.start) pieces[pieces.length - 1] = { start: last.start, end: stretch.end };
    else pieces.push({ start: stretch.start, end: stretch.end });
  });
  return pieces.filter((piece) => lettersOf(piece) >= SHORTEST_PIECE);
}
