import type { Word } from './compared-words.ts';

/** What a comparison finds, in order. */
export interface Found {
  readonly removed?: boolean;
  readonly added?: boolean;
  readonly value: readonly Word[];
}

/** A change and what follows unchanged. */
export interface Step {
  removed: Word[];
  added: Word[];
  same: Word[];
}

const countWords = (words: readonly Word[]): number => words.filter(({ isWord }) => isWord).length;

/** Of a change: the larger side. */
const sizeOf = ({ removed, added }: Step): number => Math.max(countWords(removed), countWords(added));

function toSteps(found: readonly Found[]): Step[] {
  const steps: Step[] = [];
  let step: Step = { removed: [], added: [], same: [] };
  for (const { removed, added, value } of found) {
    if (value.length === 0) continue;
    if ((removed || added) && step.same.length > 0) {
      steps.push(step);
      step = { removed: [], added: [], same: [] };
    }
    const side = removed ? 'removed' : added ? 'added' : 'same';
    step[side] = [...step[side], ...value];
  }
  return [...steps, step];
}

const isChange = ({ removed, added }: Step): boolean => removed.length > 0 || added.length > 0;

/** Words in a row up to this may be the same by chance. */
const CHANCE = 3;

/** What two changes have between them, where it is little, and less than either. */
const isChance = (step: Step, next: Step): boolean => {
  const words = countWords(step.same);
  return words === 0 || (words <= CHANCE && words < Math.min(sizeOf(step), sizeOf(next)));
};

/** Makes one change of two that only chance keeps apart. */
function join(steps: readonly Step[]): Step[] {
  const joined: Step[] = [];
  for (const step of steps) {
    let next = step;
    for (let last = joined.at(-1); last && isChange(last) && isChance(last, next); last = joined.at(-1)) {
      joined.pop();
      next = {
        removed: [...last.removed, ...last.same, ...next.removed],
        added: [...last.added, ...last.same, ...next.added],
        same: next.same,
      };
    }
    joined.push(next);
  }
  return joined;
}

/** How many words both begin with. */
function countShared(one: readonly Word[], other: readonly Word[]): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && one[count]?.key === other[count]?.key) count += 1;
  return count;
}

/**
 * A change begins and ends with what is different. Words that could go either way go to the longer of the stretches
 * before and after it.
 */
function trim(steps: readonly Step[]): Step[] {
  let last: Step = { removed: [], added: [], same: [] };
  const trimmed = [last];
  for (let { removed, added, same } of steps) {
    const takeStart = (): void => {
      const count = countShared(removed, added);
      last.same = [...last.same, ...added.slice(0, count)];
      [removed, added] = [removed.slice(count), added.slice(count)];
    };
    const takeEnd = (): void => {
      const count = countShared(removed.toReversed(), added.toReversed());
      same = [...added.slice(added.length - count), ...same];
      [removed, added] = [removed.slice(0, removed.length - count), added.slice(0, added.length - count)];
    };
    if (last.same.length < same.length) takeEnd();
    takeStart();
    takeEnd();
    last = { removed, added, same };
    trimmed.push(last);
  }
  return trimmed;
}

/** A comparison as a person would have marked it: no confetti of words that are the same by chance. */
export function readSteps(found: readonly Found[]): Step[] {
  let steps = toSteps(found);
  for (let before = Infinity; steps.length < before; ) {
    before = steps.length;
    steps = join(steps);
  }
  return trim(steps);
}
