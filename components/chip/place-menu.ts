const MARGIN = 8;

/** Puts the open menu under the button, or above where there is more room, and always inside the window. */
export const placeMenu = (menu: HTMLElement, anchor: DOMRect, dir: 'ltr' | 'rtl'): void => {
  const { width, height } = menu.getBoundingClientRect();
  const below = innerHeight - anchor.bottom - MARGIN;
  const isBelow = below >= height || below >= anchor.top - MARGIN;
  const top = isBelow ? anchor.bottom + 4 : anchor.top - 4 - height;
  const left = dir === 'rtl' ? anchor.right - width : anchor.left;
  const clamp = (value: number, size: number, room: number): number =>
    Math.max(MARGIN, Math.min(value, room - size - MARGIN));
  menu.style.top = `${clamp(top, height, innerHeight)}px`;
  menu.style.left = `${clamp(left, width, innerWidth)}px`;
};
