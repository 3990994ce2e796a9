/** A page that never rests is looked at all the same. */
const LONGEST_UNREST = 5000;

export interface Unrest {
  /** Looks again after the pause although nothing changed. */
  again(): void;
}

interface UnrestOptions {
  /** How often a page that changes is looked in on, milliseconds: no work is done for each change in between. */
  pause: number;
  /** A sample of what changed, at most once in a pause. */
  onSample(records: readonly MutationRecord[]): void;
  /** The page rests, or has not rested for long. */
  onRest(): void;
  signal: AbortSignal;
}

/**
 * One observer that hears of the first change and then lets go until the pause is over: a streaming answer costs one
 * call in each pause, however many tokens come.
 */
export const watchUnrest = ({ pause, onSample, onRest, signal }: UnrestOptions): Unrest => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRestless = false;
  let since: number | undefined;

  const observer = new MutationObserver((records) => {
    observer.disconnect();
    isRestless = true;
    since ??= performance.now();
    onSample(records);
    start();
  });
  const listen = (): void =>
    observer.observe(document, { childList: true, characterData: true, subtree: true });
  const start = (): void => {
    timer ??= setTimeout(tick, pause);
  };
  const tick = (): void => {
    timer = undefined;
    if (signal.aborted) return;
    if (isRestless) {
      isRestless = false;
      listen();
      start();
      if (performance.now() - (since ?? 0) < LONGEST_UNREST) return;
      since = performance.now();
    } else {
      since = undefined;
    }
    onRest();
  };
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  listen();
  return { again: start };
};
