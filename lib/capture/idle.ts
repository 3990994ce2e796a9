/** Milliseconds after which work is done even if the page is never idle. */
const AT_LATEST = 2000;
/** Least time that a piece of work should find, milliseconds. */
const ENOUGH = 4;

/** Does one piece of work after the other while the page has time for it. */
export const workWhenIdle = <Item>(
  items: readonly Item[],
  work: (item: Item) => void,
  signal: AbortSignal,
): void => {
  const left = [...items];
  const go = (deadline: IdleDeadline): void => {
    if (signal.aborted) return;
    do {
      const item = left.shift();
      if (item !== undefined) work(item);
    } while (left.length > 0 && deadline.timeRemaining() > ENOUGH);
    if (left.length > 0) requestIdleCallback(go, { timeout: AT_LATEST });
  };
  if (left.length > 0) requestIdleCallback(go, { timeout: AT_LATEST });
};
