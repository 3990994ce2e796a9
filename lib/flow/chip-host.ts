import type { Role } from '../model/role.ts';
import type { Composer } from '../sites/composer.ts';
import { createClosedRoot } from './closed-root.ts';

export type ChipState = 'mine' | 'needs-review' | 'approved' | 'press-again' | 'not-protected';

/** The chip itself, made by the entrypoint's component. It acts on trusted events only. */
export interface Chip {
  update(state: ChipState, role: Role): void;
  open(): void;
  /** Keys pressed on the chip, which the page must not see and which therefore come this way. */
  onKeydown(event: KeyboardEvent): void;
  destroy(): void;
}

export interface ChipFactory {
  css: string;
  create(root: ShadowRoot, onChoose: (role: Role) => void): Chip;
}

export interface ChipHost extends Omit<Chip, 'destroy' | 'onKeydown'> {
  close(): void;
  /** Unseen it stays in the page, for the gate of the updated extension to take over what it was told. */
  retire(): void;
}

const GAP = 6;
const EDGE = 8;
/** Where the chip stands comes in by the two properties. */
const HOST_STYLE = `:host {
  display: none !important;
  position: fixed !important;
  left: var(--x, 0) !important;
  top: var(--y, 0) !important;
  z-index: 2147483647 !important;
}
:host(:popover-open) {
  display: block !important;
}`;

/** Beside the composer, never on its controls: below it, else above it, else in its lower corner. */
export const placeChip = (
  composer: { left: number; top: number; right: number; bottom: number },
  chip: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } => {
  const below = composer.bottom + GAP;
  const above = composer.top - GAP - chip.height;
  const inside = Math.min(composer.bottom, view.height) - EDGE - chip.height;
  const top = below + chip.height <= view.height - EDGE ? below : above >= EDGE ? above : inside;
  const left = Math.min(composer.right, view.width - EDGE) - chip.width;
  return { left: Math.max(EDGE, left), top: Math.max(EDGE, top) };
};

/**
 * Puts the chip beside a composer: a child of the composer's root, so that it is reached by Tab after the site's
 * own controls and is not inert inside a modal dialog, and a popover, so that nothing clips or covers it.
 */
export const openChipHost = (
  composer: Composer,
  factory: ChipFactory,
  onChoose: (role: Role) => void,
): ChipHost => {
  const { host, root } = createClosedRoot(`${HOST_STYLE}\n${factory.css}`, (event) => chip.onKeydown(event));
  const closing = new AbortController();
  const { signal } = closing;
  host.popover = 'manual';
  const chip: Chip = factory.create(root, onChoose);
  composer.root.append(host);
  host.showPopover();

  let shown: string | undefined;
  let isPlacing = false;
  const place = (): void => {
    if (isPlacing) return;
    isPlacing = true;
    requestAnimationFrame(() => {
      isPlacing = false;
      if (!host.isConnected) return;
      const { left, top } = placeChip(composer.root.getBoundingClientRect(), host.getBoundingClientRect(), {
        width: innerWidth,
        height: innerHeight,
      });
      host.style.setProperty('--x', `${left}px`);
      host.style.setProperty('--y', `${top}px`);
    });
  };
  place();
  const sizes = new ResizeObserver(place);
  sizes.observe(composer.root);
  sizes.observe(host);
  // What loads or grows above moves the composer.
  sizes.observe(document.body);
  window.addEventListener('scroll', place, { capture: true, passive: true, signal });
  window.addEventListener('resize', place, { signal });

  const stop = (): void => {
    closing.abort();
    sizes.disconnect();
  };

  return {
    update(state, role) {
      // Told at each pause in typing, mostly the same.
      const now = `${state} ${role}`;
      if (now === shown) return;
      shown = now;
      chip.update(state, role);
      place();
    },
    open: () => chip.open(),
    close() {
      stop();
      chip.destroy();
      host.remove();
    },
    retire() {
      stop();
      host.hidePopover();
    },
  };
};
