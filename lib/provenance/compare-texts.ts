import { diffArrays } from 'diff/lib/diff/array.js';
import type { Change, Changes } from '../model/changes.ts';
import { alignWords } from './align-words.ts';
import { APART, type Word, wordsOf } from './compared-words.ts';
import { type Found, readSteps } from './readable-steps.ts';

/** Of either text, UTF-16 code units. */
const LONGEST = 300_000;
/** Steps of comparing, about a million in a tenth of a second. */
const MOST_WORK = 3_000_000;

/** Compares what could not be aligned, as far as there is time. Beyond that, it counts as written anew. */
function createWordDiff(): (before: Word[], after: Word[]) => readonly Found[] {
  let left = MOST_WORK;
  return (before, after) => {
    const work = before.length * after.length;
    // The work also is no more than the square of the edits.
    const most = Math.floor(Math.sqrt(left));
    const found = diffArrays(before, after, {
      comparator: (one, other) => one.key === other.key,
      ...(work > left && { maxEditLength: most }),
    });
    left = Math.max(0, left - Math.min(work, most * most));
    return (
      found ?? [
        { removed: true, value: before },
        { added: true, value: after },
      ]
    );
  };
}

function findDifference(before: readonly Word[], after: readonly Word[]): Found[] {
  const diff = createWordDiff();
  const found: Found[] = [];
  let at = { before: 0, after: 0 };
  for (const same of alignWords(before, after)) {
    found.push(...diff(before.slice(at.before, same.before), after.slice(at.after, same.after)));
    found.push({ value: after.slice(same.after, same.after + same.length) });
    at = { before: same.before + same.length, after: same.after + same.length };
  }
  return [...found, ...diff(before.slice(at.before), after.slice(at.after))];
}

function splitApart(added: readonly Word[]): Change[] {
  const changes: Change[] = [];
  let words: string[] = [];
  for (const word of added) {
    if (word === APART) {
      changes.push({ is: 'added', words }, { is: 'apart', words: [] });
      words = [];
    } else {
      words.push(word.text);
    }
  }
  return [...changes, { is: 'added', words }];
}

/**
 * The exact difference, word by word, between a generation and those stretches of a draft that come from it
 * (`listNearby`). White space counts for nothing. What was moved is removed in one place and added in the other.
 */
export function compareTexts(generated: string, stretches: readonly string[]): Changes {
  const length = stretches.reduce((sum, stretch) => sum + stretch.length, 0);
  if (generated.length > LONGEST || length > LONGEST) return { is: 'too-much' };
  const draft = stretches.flatMap((stretch, at) => [...(at > 0 ? [APART] : []), ...wordsOf(stretch)]);
  const changes = readSteps(findDifference(wordsOf(generated), draft)).flatMap(
    ({ removed, added, same }): Change[] => [
      { is: 'removed', words: removed.map(({ text }) => text) },
      ...splitApart(added),
      { is: 'same', words: same.map(({ text }) => text) },
    ],
  );
  return { is: 'known', changes: changes.filter(({ is, words }) => is === 'apart' || words.length > 0) };
}
