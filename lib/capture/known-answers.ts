import type { SourceDefinition } from '../model/source.ts';
import { findMessages, isFinished } from '../sources/messages.ts';
import type { Compose } from './compose.ts';
import { workWhenIdle } from './idle.ts';
import { findInView } from './in-view.ts';
import type { Outbox } from './outbox.ts';

/** The newest answers are looked at wherever the page is scrolled to. */
const NEWEST = 3;
/** Milliseconds for which a text must not have changed: where no sign of the end is known, and where one is missing. */
const STABLE = { unknown: 2000, missing: 10_000 } as const;
/** Characters at the end of a text that tell it from a rewritten one of the same length. */
const TAIL = 40;

interface Seen {
  look: string;
  since: number;
  isTaken: boolean;
}

interface KnownOptions {
  compose: Compose;
  outbox: Outbox;
  signal: AbortSignal;
  /** An answer is not finished yet. */
  again(): void;
}

/** Finished answers of a tool whose answers are known by selector: the newest, and those in view. */
export const createKnownAnswers = ({ compose, outbox, signal, again }: KnownOptions) => {
  const seen = new WeakMap<Element, Seen>();

  const look = (message: Element): Seen => {
    const text = message.textContent ?? '';
    const now = `${text.length}:${text.slice(-TAIL)}`;
    const before = seen.get(message);
    if (before?.look === now) return before;
    const changed = { look: now, since: performance.now(), isTaken: false };
    seen.set(message, changed);
    return changed;
  };

  const isReady = (source: SourceDefinition, message: Element, { since }: Seen): boolean => {
    const finished = isFinished(source, message);
    if (finished === true) return true;
    return performance.now() - since >= (finished === 'unknown' ? STABLE.unknown : STABLE.missing);
  };

  return (source: SourceDefinition): void => {
    const all = findMessages(source, document);
    const newest = all.slice(-NEWEST);
    const shown = document.visibilityState === 'visible' ? findInView(all) : [];
    workWhenIdle(
      [...new Set([...newest, ...shown])],
      (message) => {
        const state = look(message);
        if (state.isTaken) return;
        if (!isReady(source, message, state)) {
          // An answer that has no text yet says so by changing.
          if (message.textContent?.trim() !== '') again();
          return;
        }
        state.isTaken = true;
        void outbox.sendOnce(compose.fromMessage(source, message, 'answer'));
      },
      signal,
    );
  };
};
