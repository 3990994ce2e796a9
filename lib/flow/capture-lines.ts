import { CandorError } from '../errors/candor-error.ts';

/** Of one AI tool: what comes on top of it is refused, and offered again when it is seen again. */
const MOST_WAITING = { captures: 32, characters: 4_000_000 } as const;
/** Milliseconds: the longest that a tool has to wait for its next turn. */
const LONGEST_REST = 1000;

interface Capture<Result> {
  source: string;
  /** UTF-16 code units. */
  length: number;
  /** Must not reject for want of time: it is never stopped. */
  remember(): Promise<Result>;
}

interface Waiting {
  length: number;
  start(): Promise<void>;
}

interface Line {
  waiting: Waiting[];
  characters: number;
  /** After its last turn the tool rests for as long as that took. */
  restsUntil: number;
}

/**
 * Where captured answers wait until they are remembered, so that a page which floods Candor with them keeps nobody
 * waiting: one at a time, the tools in turn, none of them more than half of the time, and nothing begins while somebody
 * waits for a decision about a draft.
 */
export interface CaptureLines {
  /** Rejects with `not-allowed` where too much of that tool waits already. */
  remember<Result>(capture: Capture<Result>): Promise<Result>;
  /** Does what a person waits for. */
  first<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** `now`: milliseconds since any moment. */
export const createCaptureLines = (now: () => number): CaptureLines => {
  /** The tool that has waited longest stands first. */
  const lines = new Map<string, Line>();
  let urgent = 0;
  let isRunning = false;
  let alarm: ReturnType<typeof setTimeout> | undefined;

  /** Gives the turn to others. Lines in which nothing waits are no longer needed once they have rested. */
  const findNext = (at: number): [string, Line] | undefined => {
    for (const [source, line] of lines) {
      if (line.restsUntil > at) continue;
      if (line.waiting.length > 0) return [source, line];
      lines.delete(source);
    }
    return undefined;
  };

  const turn = async (source: string, line: Line, next: Waiting): Promise<void> => {
    isRunning = true;
    lines.delete(source);
    lines.set(source, line);
    const began = now();
    await next.start();
    const ended = now();
    line.characters -= next.length;
    line.restsUntil = ended + Math.min(ended - began, LONGEST_REST);
    isRunning = false;
    // A turn of its own: what came in meanwhile is heard first.
    alarm = setTimeout(run);
  };

  function run(): void {
    clearTimeout(alarm);
    if (isRunning || urgent > 0) return;
    const at = now();
    const [source, line] = findNext(at) ?? [];
    const next = line?.waiting.shift();
    if (source !== undefined && line && next) {
      void turn(source, line, next);
      return;
    }
    const rests = [...lines.values()].map(({ restsUntil }) => restsUntil);
    if (rests.length > 0) alarm = setTimeout(run, Math.max(0, Math.min(...rests) - at));
  }

  return {
    remember({ source, length, remember }) {
      const line = lines.get(source) ?? { waiting: [], characters: 0, restsUntil: 0 };
      const isFull =
        line.waiting.length >= MOST_WAITING.captures || line.characters + length > MOST_WAITING.characters;
      if (isFull) return Promise.reject(new CandorError('not-allowed', `too much of ${source} waits`));
      lines.set(source, line);
      line.characters += length;
      return new Promise((resolve, reject) => {
        line.waiting.push({ length, start: () => remember().then(resolve, reject) });
        run();
      });
    },

    async first(work) {
      urgent += 1;
      try {
        return await work();
      } finally {
        urgent -= 1;
        if (urgent === 0) alarm = setTimeout(run);
      }
    },
  };
};
