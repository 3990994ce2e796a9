import type { CapturedGeneration } from '../model/generation.ts';
import type { CapturePorts } from './ports.ts';
import { createRecent, markOf } from './text-mark.ts';

/** Answers of one page that are known to be remembered: they are not sent again when they are mounted again. */
const MOST_MARKS = 5000;
/** Finished answers that wait for their turn. More at once is no conversation; they are seen again when scrolled to. */
const MOST_WAITING = 64;
/** One press is heard as several events, milliseconds. */
const SAME_PRESS = 1000;

export interface Outbox {
  /** What the person copied or dragged: at once, and again each time. */
  sendNow(generation: CapturedGeneration): void;
  /**
   * A finished answer: once for each text, one after the other, since nobody waits for it. Resolves when the background
   * has it, or has refused it.
   */
  sendOnce(generation: CapturedGeneration): Promise<void>;
}

const isEmpty = ({ text }: CapturedGeneration): boolean => text.trim() === '';

export const createOutbox = (
  ports: Pick<CapturePorts, 'remember' | 'isOrphaned'>,
  onOrphaned: () => void,
): Outbox => {
  const sent = createRecent(MOST_MARKS);
  let waiting = 0;
  let turn: Promise<void> = Promise.resolve();
  let last = { press: '', at: Number.NEGATIVE_INFINITY };

  const send = async (generation: CapturedGeneration, mark: string): Promise<void> => {
    if (ports.isOrphaned()) return onOrphaned();
    sent.add(mark);
    try {
      await ports.remember(generation);
    } catch {
      // Nobody has it: it counts as not sent, for when it is copied or mounted again.
      sent.remove(mark);
      if (ports.isOrphaned()) onOrphaned();
    }
  };
  return {
    sendNow(generation) {
      if (isEmpty(generation)) return;
      const mark = markOf(generation.text);
      const now = performance.now();
      const press = `${generation.captured} ${mark}`;
      if (last.press === press && now - last.at < SAME_PRESS) return;
      last = { press, at: now };
      void send(generation, mark);
    },
    async sendOnce(generation) {
      if (isEmpty(generation) || waiting === MOST_WAITING) return;
      const mark = markOf(generation.text);
      waiting += 1;
      turn = turn.then(async () => {
        waiting -= 1;
        if (!sent.has(mark)) await send(generation, mark);
      });
      await turn;
    },
  };
};
