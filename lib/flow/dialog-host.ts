import { createClosedRoot, expectFocus, isOwnHost } from './closed-root.ts';
import { createDialogGuard, type Disturbance } from './dialog-guard.ts';

/** How often the dialog goes back on top before the review moves to a window the page cannot reach. */
const REENTRIES = 3;
const ARMED_CHECK_EVERY = 50;
/** A page that hides the dialog without removing it tells nobody, so somebody has to look. Milliseconds. */
const PAINTED_CHECK_EVERY = 250;
/** A click outside right after opening is the second half of a double click on Post. Milliseconds. */
const DISMISSABLE_AFTER = 500;

export interface DialogHost {
  /** The native dialog inside the closed root; the caller fills it. */
  dialog: HTMLDialogElement;
  /** Removes everything and gives the focus back. */
  close(): void;
}

interface DialogHostOptions {
  css: string;
  /** Esc, or a click outside. Never a decision. */
  onDismiss(): void;
  /** A decision button was pressed, but what the person saw is not certain: the press has no effect. */
  onRefused(why: Disturbance): void;
  /** The page does not leave the dialog alone. The dialog is closed; the review must go on elsewhere. */
  onLost(): void;
}

const deepActiveElement = (): HTMLElement | undefined => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : undefined;
};

const rememberFocus = (): (() => void) => {
  const element = deepActiveElement();
  const selection =
    (element?.getRootNode() as Document | undefined)?.getSelection?.() ?? document.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : undefined;
  return () => {
    if (!element?.isConnected) return;
    element.focus({ preventScroll: true });
    if (range === undefined || !element.isContentEditable || !element.contains(range.startContainer)) return;
    selection?.removeAllRanges();
    selection?.addRange(range);
  };
};

/** Also what stands inside another of Candor's roots, such as the chip's menu. */
const isOwn = (element: Element): boolean => {
  const around = element.getRootNode();
  return isOwnHost(element) || ('host' in around && isOwnHost(around.host));
};

/** Opens a modal dialog above everything, in a closed root, and keeps it there. Buttons with the attribute
 * `data-decides` work only for a press that the guard admits. */
export const openDialogHost = (options: DialogHostOptions): DialogHost => {
  const { host, root } = createClosedRoot(options.css, (event) => {
    // The chord that posts on most sites must not press a button here.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.preventDefault();
  });
  const dialog = document.createElement('dialog');
  root.append(dialog);
  const giveFocusBack = rememberFocus();
  const openedAt = performance.now();
  let reentries = 0;
  let isClosed = false;

  const guard = createDialogGuard({ host, dialog, isOwn, onCovered: () => enterAgain() });

  const enter = (): void => {
    guard.entering();
    if (host.parentNode !== document.documentElement) document.documentElement.append(host);
    if (dialog.open) dialog.close();
    dialog.showModal();
    expectFocus();
    guard.entered();
    showArmed();
  };

  /** `data-armed` on the dialog: its buttons look ready only once a press on them would count. */
  const showArmed = (): void => {
    if (isClosed) return;
    dialog.toggleAttribute('data-armed', guard.isArmed());
    if (!guard.isArmed()) setTimeout(showArmed, ARMED_CHECK_EVERY);
  };

  const enterAgain = (): void => {
    if (isClosed) return;
    reentries += 1;
    if (reentries > REENTRIES) {
      close();
      options.onLost();
      return;
    }
    const focused = root.activeElement;
    enter();
    if (focused instanceof HTMLElement) focused.focus();
  };

  const removal = new MutationObserver(() => {
    if (!host.isConnected) enterAgain();
  });

  const watchdog = setInterval(() => {
    if (!guard.isPainted()) enterAgain();
  }, PAINTED_CHECK_EVERY);

  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    clearInterval(watchdog);
    removal.disconnect();
    guard.close();
    if (dialog.open) dialog.close();
    host.remove();
    giveFocusBack();
  };

  root.addEventListener(
    'click',
    (event) => {
      const control = event.target instanceof Element ? event.target.closest('[data-decides]') : null;
      if (control === null) return;
      const disturbance = guard.findDisturbance(event);
      if (disturbance === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (disturbance === 'untrusted' || disturbance === 'too-soon') return;
      enterAgain();
      if (!isClosed) options.onRefused(disturbance);
    },
    true,
  );

  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (event.target === dialog) options.onDismiss();
  });
  dialog.addEventListener('close', () => {
    // The browser closes a dialog on a second Esc whatever its page says.
    if (!isClosed && !dialog.open) options.onDismiss();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target !== dialog || !event.isTrusted || event.detail > 1) return;
    if (performance.now() - openedAt < DISMISSABLE_AFTER) return;
    const box = dialog.getBoundingClientRect();
    const isInside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (!isInside) options.onDismiss();
  });

  enter();
  removal.observe(document.documentElement, { childList: true });
  return { dialog, close };
};
