import { isOwnHost } from './closed-root.ts';
import { TYPED_SINCE } from './gate-memory.ts';

/** So long without a key, and at most twice as long, is a pause in typing that is worth a look. Milliseconds. */
const PAUSE = 300;

/** An editor has taken in what came in one piece. Milliseconds. */
export const SETTLES_AFTER = 50;

/** No hand types this: dictated, completed, or put in by a helper. */
const isOnePiece = ({ data }: Event & { data?: string | null }): boolean => (data?.length ?? 0) > TYPED_SINCE;

/**
 * Calls at each pause in typing, and soon after a text that came in one piece, with the element it is in. Hears of one key in each stretch of time only: what
 * a key costs is paid by every key. Returns what listens, for the windows of editors in frames.
 */
export const watchPauses = (
  onPause: (typedIn: Element) => void,
  signal: AbortSignal,
): ((event: Event) => void) => {
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
    if (!target || isOwnHost(target)) {
      listen();
    } else if (typing) {
      typing.isOngoing = true;
    } else {
      typing = { target: target as Element, isOngoing: !isOnePiece(event) };
      timer = setTimeout(onTick, typing.isOngoing ? PAUSE : SETTLES_AFTER);
    }
  };

  listen();
  signal.addEventListener('abort', () => clearTimeout(timer));
  return onInput;
};
