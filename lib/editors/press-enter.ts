/** Gives the page's own key handlers an Enter. */
export const pressEnter = (target: Element): boolean =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: 'Enter',
      code: 'Enter',
      keyCode: 13,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
