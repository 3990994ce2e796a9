import { watchAnswers } from './answers.ts';
import { createCompose } from './compose.ts';
import { watchCopies } from './copies.ts';
import { watchCopyControls } from './copy-controls.ts';
import { createOutbox } from './outbox.ts';
import { watchOwnWords } from './own-words.ts';
import type { CapturePorts } from './ports.ts';

/**
 * Captures what an AI tool says, in its page: what is copied, dragged, taken by the tool's copy button, and finished
 * answers if the person wants that. Only trusted events count. Ends when the extension is updated.
 */
export const startCapture = (ports: CapturePorts): void => {
  const life = new AbortController();
  const { signal } = life;
  const stop = (): void => life.abort();
  const outbox = createOutbox(ports, stop);
  const own = watchOwnWords(signal);
  const compose = createCompose(own);
  /** Until the background answers, what the person copies is offered to it; it decides. */
  let settings = { isOn: true, answers: false };
  let answers: AbortController | undefined;

  const apply = (): void => {
    const isWanted = settings.isOn && settings.answers && !signal.aborted;
    if (isWanted === (answers !== undefined)) return;
    answers?.abort();
    answers = isWanted ? new AbortController() : undefined;
    if (answers) watchAnswers({ compose, outbox, ports, signal: AbortSignal.any([signal, answers.signal]) });
  };
  const readSettings = async (): Promise<void> => {
    if (ports.isOrphaned()) return stop();
    try {
      settings = await ports.readSettings();
    } catch {
      // Nobody answered: what holds goes on to hold.
    }
    apply();
  };

  const isOn = (): boolean => settings.isOn;
  watchCopies({ isOn, outbox, compose, own, signal });
  watchCopyControls({ isOn, outbox, compose, signal });
  // The person may have changed their mind on another page.
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && void readSettings(),
    { signal },
  );
  void readSettings();
};
