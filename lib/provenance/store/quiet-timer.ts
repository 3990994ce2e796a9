/** Calls `work` once when nothing has happened for a while. */
export interface QuietTimer {
  /** Something has happened. */
  touch(): void;
  stop(): void;
}

export function createQuietTimer(quiet: number, work: () => void): QuietTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    touch() {
      clearTimeout(timer);
      timer = setTimeout(work, quiet);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
