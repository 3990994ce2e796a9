import type { Compose } from './compose.ts';
import { createGrowingAnswers } from './growing-answers.ts';
import { createKnownAnswers } from './known-answers.ts';
import type { Outbox } from './outbox.ts';
import { createPictures } from './pictures.ts';
import { findPageSource, isKnownHost, mayKnowAnswers } from './place.ts';
import type { CapturePorts } from './ports.ts';
import { watchUnrest } from './watch-unrest.ts';

/** Milliseconds between two looks at a page that changes. Growth is told by its first sight, so that comes sooner. */
const PAUSE = { known: 700, growing: 250 } as const;
/** Scrolling brings older answers into view; they are looked at this long after it began, milliseconds. */
const AFTER_SCROLL = 1000;

interface AnswerOptions {
  compose: Compose;
  outbox: Outbox;
  ports: CapturePorts;
  signal: AbortSignal;
}

/** Answers as they are finished, so that what is retyped or copied in another way is known as well. */
export const watchAnswers = ({ compose, outbox, ports, signal }: AnswerOptions): void => {
  if (!mayKnowAnswers()) return;
  const again = (): void => unrest.again();
  const lookAtKnown = createKnownAnswers({ compose, outbox, signal, again });
  const lookAtPictures = createPictures({ ports, signal, again });
  const growing = createGrowingAnswers({ compose, outbox, again });
  let isScrolled = false;

  const look = (): void => {
    const source = findPageSource();
    if (!source) return;
    lookAtPictures(source);
    if (source.message.length > 0) lookAtKnown(source);
    else if (source.hosts.length === 0) growing.rest();
  };
  const unrest = watchUnrest({
    pause: isKnownHost() ? PAUSE.known : PAUSE.growing,
    onSample(records) {
      const source = findPageSource();
      if (source?.hosts.length === 0 && source.message.length === 0) growing.sample(records);
    },
    onRest: look,
    signal,
  });
  window.addEventListener(
    'scroll',
    () => {
      if (isScrolled) return;
      isScrolled = true;
      setTimeout(() => {
        isScrolled = false;
        if (!signal.aborted) look();
      }, AFTER_SCROLL);
    },
    { capture: true, passive: true, signal },
  );
  // What stands there already.
  again();
};
