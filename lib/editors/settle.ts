/** Longest wait for an engine to take in what was done to it, in milliseconds. */
const LONGEST = 1500;
/** No change for this long counts as settled. */
const QUIET = 60;

/** Two frames, or a short time in a tab that paints none. */
export const nextFrames = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve();
      }),
    );
  });

/**
 * Reads until the reading has stayed the same for a while and `isDone` agrees, or time is up. Values of text
 * fields change without a mutation, so it looks again each frame.
 */
export const readSettled = async (read: () => string, isDone: (text: string) => boolean): Promise<string> => {
  const start = performance.now();
  let text = read();
  let since = start;
  for (;;) {
    await nextFrames();
    const now = performance.now();
    const next = read();
    if (next !== text) since = now;
    text = next;
    if ((now - since >= QUIET && isDone(text)) || now - start >= LONGEST) return text;
  }
};
