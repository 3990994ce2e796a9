/** Calls `work` once when nothing has happened for a while, or when it has not been quiet for long. */
export interface QuietTimer {
  /** Something has happened. */
  touch(): void;
  stop(): void;
}

/** Times the quiet that is waited for: after that the work is done all the same. */
const LONGEST_UNREST = 6;

export function createQuietTimer(quiet: number, work: () => void): QuietTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | undefined;

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
    since = undefined;
  }

  return {
    touch() {
      const now = performance.now();
      since ??= now;
      if (timer !== undefined && now - since > quiet * LONGEST_UNREST) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        stop();
        work();
      }, quiet);
    },
    stop,
  };
}
