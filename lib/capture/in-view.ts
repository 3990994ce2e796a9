/** Answers that are looked at in one go. */
const MOST = 30;

const isAbove = (element: Element): boolean => element.getBoundingClientRect().bottom < 0;

/** Those of the elements that the window shows. They stand one below the other, so only a few are measured. */
export const findInView = <Item extends Element>(elements: readonly Item[]): Item[] => {
  const first = elements.at(0)?.getBoundingClientRect();
  const last = elements.at(-1)?.getBoundingClientRect();
  if (!first || !last) return [];
  // Some tools show the newest at the top.
  const downwards = first.top <= last.top ? elements : elements.toReversed();
  let low = 0;
  let high = downwards.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = downwards[middle];
    if (element && isAbove(element)) low = middle + 1;
    else high = middle;
  }
  const shown: Item[] = [];
  for (const element of downwards.slice(low, low + MOST)) {
    if (element.getBoundingClientRect().top > window.innerHeight) break;
    shown.push(element);
  }
  return shown;
};
