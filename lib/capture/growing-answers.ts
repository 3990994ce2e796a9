import { findAncestor, findParent, isElement, matches, query } from '../sites/composed-tree.ts';
import { GENERIC_SOURCE } from '../sources/generic-source.ts';
import { readAnswer } from '../sources/read-answer.ts';
import type { Compose } from './compose.ts';
import type { Outbox } from './outbox.ts';

/** Shorter texts are status lines and titles. */
const SHORTEST = 200;
/** A text that came in fewer pieces did not grow, it was shown. */
const FEWEST_SAMPLES = 3;
/** How much of what grew may have been there when it was seen first. */
const FIRST_SHARE = 0.5;
/** Characters that may have stood around it before: what held more holds other things. */
const MOST_BESIDE = 30;
/** Changes of one sample that are looked at, and how far up. */
const MOST_RECORDS = 20;
const MOST_LEVELS = 30;
/** Milliseconds of rest after which a text counts as finished. */
const STABLE = 2000;

const EDITABLE = ['textarea,[contenteditable]:not([contenteditable="false"])'];

interface GrowingOptions {
  compose: Compose;
  outbox: Outbox;
  again(): void;
}

/** What a change wrote into: an element that was added, or the one whose text grew. */
const blockOf = ({ target, addedNodes }: MutationRecord): Element | null => {
  const added = addedNodes[addedNodes.length - 1];
  if (isElement(added)) return added;
  return isElement(target) ? target : target.parentElement;
};

const lengthOf = (element: Element): number => element.textContent?.length ?? 0;

/** Answers of an unknown page by their shape: a text that grows for a while and then stops. */
export const createGrowingAnswers = ({ compose, outbox, again }: GrowingOptions) => {
  /** Length at first sight. */
  const first = new WeakMap<Element, number>();
  /** What grew: how often it was seen to, and when last. */
  const grown = new Map<Element, { times: number; at: number }>();

  const firstOf = (element: Element): number => first.get(element) ?? 0;

  /** Does this hold what grew, and nothing that was there before? */
  const holdsOnly = (element: Element, inner: Element): boolean =>
    !matches(element, ['body,html']) &&
    query(element, EDITABLE) === undefined &&
    firstOf(element) - firstOf(inner) <= MOST_BESIDE;

  /** The largest element around what grew that holds nothing else. */
  const findWhole = (block: Element): Element | undefined => {
    if (!block.isConnected || firstOf(block) > lengthOf(block) * FIRST_SHARE) return undefined;
    let whole = block;
    for (let at = findParent(block); at && holdsOnly(at, whole); at = findParent(at)) whole = at;
    return holdsOnly(whole, whole) ? whole : undefined;
  };

  /** What grew, with the blocks in it that were seen to; a part of another counts with it. */
  const findWholes = (): Map<Element, Element[]> => {
    const found = [...grown.keys()].map((block) => ({ block, whole: findWhole(block) ?? block }));
    const outermost = found.filter(
      ({ whole }) => !found.some((other) => other.whole !== whole && other.whole.contains(whole)),
    );
    return Map.groupBy(
      found.map(({ block }) => block),
      (block) => outermost.find(({ whole }) => whole.contains(block))?.whole ?? block,
    );
  };

  const sample = (records: readonly MutationRecord[]): void => {
    const at = performance.now();
    const blocks = new Set<Element>();
    for (const record of records.slice(0, MOST_RECORDS)) {
      const block = blockOf(record);
      if (block && !findAncestor(block, (above) => matches(above, EDITABLE))) blocks.add(block);
    }
    for (const block of blocks) {
      let level = 0;
      for (let up: Element | undefined = block; up && level < MOST_LEVELS; up = findParent(up)) {
        if (!first.has(up)) first.set(up, lengthOf(up));
        level += 1;
      }
      grown.set(block, { times: (grown.get(block)?.times ?? 0) + 1, at });
    }
  };

  /** Takes what has rested for long enough; other parts of the page may go on changing. */
  const rest = (): void => {
    const now = performance.now();
    for (const [whole, blocks] of findWholes()) {
      const seen = blocks.flatMap((block) => grown.get(block) ?? []);
      if (seen.some(({ at }) => now - at < STABLE)) {
        again();
        continue;
      }
      const times = seen.reduce((sum, one) => sum + one.times, 0);
      const isGrown = times >= FEWEST_SAMPLES && blocks.some((block) => findWhole(block) === whole);
      for (const element of [whole, ...blocks]) {
        first.delete(element);
        grown.delete(element);
      }
      const text = isGrown ? readAnswer(whole) : '';
      if (text.length > SHORTEST) void outbox.sendOnce(compose.fromText(GENERIC_SOURCE, text, 'answer'));
    }
  };
  return { sample, rest };
};
