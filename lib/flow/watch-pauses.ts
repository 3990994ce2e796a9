import { isOwnHost } from './closed-root.ts';

/** So long without a key, and at most twice as long, is a pause in typing that is worth a look. Milliseconds. */
const PAUSE = 300;

/**
 * Calls at each pause in typing, with the element that was typed in. Hears of one key in each stretch of time only: what
 * a key costs is paid by every key.
 */
export const watchPauses = (onPause: (typedIn: Element) => void, signal: AbortSignal): void => {
  /** `isOngoing`: since the last look. */
  let typing: { target: Element; isOngoing: boolean } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const listen = (): void => window.addEventListener('input', onInput, { capture: true, once: true, signal });

  const onTick = (): void => {
    if (!typing) return;
    const { target, isOngoing } = typing;
    listen();
    if (isOngoing) {
      typing.isOngoing = false;
      timer = setTimeout(onTick, PAUSE);
    } else {
      typing = undefined;
      onPause(target);
    }
  };

  const onInput = (event: Event): void => {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || isOwnHost(target)) {
      listen();
    } else if (typing) {
      typing.isOngoing = true;
    } else {
      typing = { target, isOngoing: true };
      timer = setTimeout(onTick, PAUSE);
    }
  };

  listen();
  signal.addEventListener('abort', () => clearTimeout(timer));
};
