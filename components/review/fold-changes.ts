import type { Change } from '#lib/model/changes.ts';

/** Unchanged words beside a change. */
const AROUND = 8;
/** Of a longer row of changed words the beginning and the end are shown. */
const CHANGED = { most: 60, start: 30, end: 10 };
/** Fewer words than this are shown rather than counted. */
const FEWEST_FOLDED = 12;
/** What is shown of a comparison at most: beyond that nobody reads word by word. */
const MOST_PIECES = 400;

/** A stretch of a comparison as the dialog shows it. */
export interface ChangePiece {
  is: Change['is'];
  text: string;
  /** How many words wait behind it to be unfolded; 0 where it stands there at once. */
  folded: number;
}

export interface FoldedChanges {
  pieces: ChangePiece[];
  /** Words, marks left out. */
  removed: number;
  added: number;
  /** Changes that are not among the pieces. */
  further: number;
}

const countWords = (words: readonly string[]): number =>
  words.filter((word) => /[\p{L}\p{N}\p{S}]/u.test(word)).length;

/** Shows the first and last words of a stretch, and folds what is between if that is worth it. */
const fold = ({ is, words }: Change, start: number, end: number): ChangePiece[] => {
  const middle = words.slice(start, words.length - end);
  const folded = countWords(middle);
  const piece = (shown: readonly string[], count = 0): ChangePiece => ({
    is,
    text: shown.join(''),
    folded: count,
  });
  if (folded < FEWEST_FOLDED) return [piece(words)];
  const pieces = [
    piece(words.slice(0, start)),
    piece(middle, folded),
    piece(words.slice(words.length - end)),
  ];
  return pieces.filter(({ text }) => text !== '');
};

/** A comparison cut down to what has changed and a few words around it; nothing is left out that cannot be unfolded. */
export const foldChanges = (changes: readonly Change[]): FoldedChanges => {
  const pieces: ChangePiece[] = [];
  let shown = 0;
  for (const change of changes) {
    if (pieces.length >= MOST_PIECES) break;
    const isFirst = shown === 0;
    const isLast = shown === changes.length - 1;
    shown += 1;
    if (change.is === 'apart') pieces.push({ is: 'apart', text: '', folded: 0 });
    else if (change.is === 'same') pieces.push(...fold(change, isFirst ? 0 : AROUND, isLast ? 0 : AROUND));
    else if (change.words.length <= CHANGED.most)
      pieces.push({ is: change.is, text: change.words.join(''), folded: 0 });
    else pieces.push(...fold(change, CHANGED.start, CHANGED.end));
  }
  const count = (is: Change['is']): number =>
    changes.reduce((sum, change) => sum + (change.is === is ? countWords(change.words) : 0), 0);
  return {
    pieces,
    removed: count('removed'),
    added: count('added'),
    further: changes.slice(shown).filter(({ is }) => is === 'removed' || is === 'added').length,
  };
};
