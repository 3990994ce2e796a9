import { findAllEntries, findVisibleEntries, hasViewTransition } from './top-layer.ts';

/** A decision counts only after the dialog was painted and undisturbed for this long, in milliseconds. */
export const UNDISTURBED = 300;
const MINIMUM = { width: 240, height: 140, control: 20 };

/** Why a press was not taken as a decision. */
export type Disturbance = 'untrusted' | 'too-soon' | 'covered' | 'filtered' | 'too-small' | 'detached';

/**
 * Makes sure that a person who presses a button of the dialog has seen it. A page cannot reach into the closed
 * root, but it can put a later popover over the dialog, filter the whole document (Firefox) or shrink it
 * (threats 20 to 23; measured in the platform notes, section 3).
 */
export interface DialogGuard {
  /** Call right before and right after each `showModal()`. */
  entering(): void;
  entered(): void;
  /** Painted and undisturbed for long enough: a press now would count. Cheap, no scan. */
  isArmed(): boolean;
  /** Is there anything to see of the dialog at all? Cheap, for looking now and then. */
  isPainted(): boolean;
  /** `undefined`: this press is a decision. */
  findDisturbance(event: Event): Disturbance | undefined;
  close(): void;
}

interface Guarded {
  host: HTMLElement;
  dialog: HTMLDialogElement;
  /** Candor's own, which may be in the top layer when the dialog comes. Afterwards a page may raise and restyle them too. */
  isOwn(element: Element): boolean;
  /** Something of the page came above the dialog: go back on top. */
  onCovered(): void;
}

export const createDialogGuard = ({ host, dialog, isOwn, onCovered }: Guarded): DialogGuard => {
  let older = new Set<Element>();
  let calmSince = Number.POSITIVE_INFINITY;
  let visibleSince = 0;
  let generation = 0;

  const isForeign = (element: Element): boolean => element !== dialog;

  /** One event may be heard twice: at the window, and at an element that may stand in a shadow root. */
  const heard = new WeakSet<Event>();
  const onOpened = (event: Event): void => {
    const target = event.composedPath()[0];
    if (heard.has(event) || !(target instanceof Element) || !isForeign(target)) return;
    heard.add(event);
    calmSince = Number.POSITIVE_INFINITY;
    onCovered();
  };
  const onToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'open') onOpened(event);
  };
  /** Heard at once, where `toggle` may come after a press that is on its way: such a press does not count. */
  const onOpening = (event: Event): void => {
    const target = event.composedPath()[0];
    const isOpening = (event as ToggleEvent).newState === 'open';
    if (isOpening && target instanceof Element && isForeign(target))
      calmSince = Math.max(calmSince, performance.now());
  };
  const onFullscreen = (event: Event): void => {
    if (document.fullscreenElement) onOpened(event);
  };

  const know = (entries: Element[]): void => {
    for (const entry of entries.filter(isForeign)) {
      if (older.has(entry)) continue;
      older.add(entry);
      // Inside a shadow root the event does not reach the window, but it does reach the element.
      entry.addEventListener('beforetoggle', onOpening);
      entry.addEventListener('toggle', onToggle);
    }
  };

  // Chromium only: the browser itself says whether every pixel is free of covers and effects.
  const canSeeVisibility =
    typeof IntersectionObserverEntry !== 'undefined' && 'isVisible' in IntersectionObserverEntry.prototype;
  const observer = canSeeVisibility
    ? new IntersectionObserver(
        ([entry]) => {
          const visible = (entry as IntersectionObserverEntry & { isVisible: boolean }).isVisible;
          visibleSince = visible ? visibleSince || performance.now() : 0;
        },
        { threshold: 0.5, trackVisibility: true, delay: 100 } as IntersectionObserverInit,
      )
    : undefined;
  observer?.observe(dialog);
  window.addEventListener('beforetoggle', onOpening, true);
  window.addEventListener('toggle', onToggle, true);
  window.addEventListener('fullscreenchange', onFullscreen, true);

  const isCovered = (): boolean => {
    if (hasViewTransition()) return true;
    const newer = findAllEntries().some((entry) => isForeign(entry) && !older.has(entry));
    return newer || (observer !== undefined && visibleSince === 0);
  };

  const isArmed = (): boolean => {
    const now = performance.now();
    const isSeen = observer === undefined || (visibleSince > 0 && now - visibleSince >= UNDISTURBED);
    return now - calmSince >= UNDISTURBED && isSeen;
  };

  const isAttached = (): boolean => host.isConnected && dialog.open && dialog.matches(':modal');

  // Chromium paints the top layer without the filters of the root.
  const isFiltered = (): boolean =>
    observer === undefined && getComputedStyle(document.documentElement).filter !== 'none';

  const isDialogTooSmall = (): boolean => {
    const box = dialog.getBoundingClientRect();
    return (
      box.width < Math.min(MINIMUM.width, innerWidth - 16) ||
      box.height < Math.min(MINIMUM.height, innerHeight - 16)
    );
  };

  const isTooSmall = (event: Event): boolean => {
    if (isDialogTooSmall() || !(event.target instanceof Element)) return true;
    const control = event.target.getBoundingClientRect();
    return (
      control.height < MINIMUM.control ||
      control.width < MINIMUM.control ||
      control.bottom <= 0 ||
      control.top >= innerHeight ||
      control.right <= 0 ||
      control.left >= innerWidth
    );
  };

  return {
    entering() {
      generation += 1;
      calmSince = Number.POSITIVE_INFINITY;
      visibleSince = 0;
      know(findVisibleEntries());
    },
    entered() {
      const mine = generation;
      // Re-observing makes the browser report afresh: it stays silent about what it thinks unchanged.
      observer?.unobserve(dialog);
      observer?.observe(dialog);
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (mine !== generation) return;
          calmSince = performance.now();
          // What hides in shadow roots is looked for once the dialog is painted. Found: go above it.
          const hidden = findAllEntries().filter((entry) => isForeign(entry) && !older.has(entry));
          know(hidden);
          if (hidden.some((entry) => !isOwn(entry))) onCovered();
        }),
      );
    },
    isArmed,
    isPainted: () => isAttached() && dialog.checkVisibility() && !isFiltered() && !isDialogTooSmall(),
    findDisturbance(event) {
      if (!event.isTrusted) return 'untrusted';
      if (!isAttached()) return 'detached';
      if (isFiltered()) return 'filtered';
      if (isTooSmall(event)) return 'too-small';
      if (performance.now() - calmSince < UNDISTURBED) return 'too-soon';
      if (isCovered()) return 'covered';
      return isArmed() ? undefined : 'too-soon';
    },
    close() {
      observer?.disconnect();
      window.removeEventListener('beforetoggle', onOpening, true);
      window.removeEventListener('toggle', onToggle, true);
      window.removeEventListener('fullscreenchange', onFullscreen, true);
      for (const entry of older) {
        entry.removeEventListener('beforetoggle', onOpening);
        entry.removeEventListener('toggle', onToggle);
      }
      older = new Set();
    },
  };
};
