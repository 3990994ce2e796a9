/** A page that goes on loading is not waited for any longer than this, nor one that never rests; milliseconds. */
const LONGEST = 1500;

/** Runs `run` once the page has loaded and has nothing more urgent to do. */
export const whenPageRests = (run: () => void, signal: AbortSignal): void => {
  let isOver = false;
  const rest = (): void => {
    if (!isOver) requestIdleCallback(run, { timeout: LONGEST });
    isOver = true;
  };
  if (document.readyState === 'complete') rest();
  window.addEventListener('load', rest, { signal });
  setTimeout(rest, LONGEST);
};
